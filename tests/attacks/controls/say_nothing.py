"""Fail with another reason than the header says.

where: instead
expect: costs own
says: a reason that nobody gives
harm: unsaid
"""
