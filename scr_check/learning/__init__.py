"""Learning across reviews: what recurs in many of them, and what was recommended before."""
