"""Which students' answers are alike, beyond what the exercise makes alike; never why, and never a verdict.

tokens.py: a cell's code -> runs of tokens that renaming and reformatting leave as they are. pairs.py: a class's cells
-> the pairs that share most of what is their own. The page is report/similarpage.py's. Nothing here runs code.
"""
