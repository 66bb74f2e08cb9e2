"""Module
of two lines."""
x = 1
