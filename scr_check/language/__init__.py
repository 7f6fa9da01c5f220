"""Words in, values out: sentences, numbers, dates, durations, bodies, polarity, strength."""
