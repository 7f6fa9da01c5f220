"""Readers: files in, documents out; reading never judges."""
