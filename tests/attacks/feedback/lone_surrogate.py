"""Raise an exception whose message no file can hold: half of a surrogate pair.

expect: costs own
says: ValueError
"""
raise ValueError("\ud800 half a pair \udfff")
