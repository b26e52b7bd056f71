"""Hand in a timestamp of a million digits, and one within it that a parser of dates goes over again and again.

assignment: 11-attention-head
hands in: folder
"""
def hand_in(path):
    (path.parent / "timestamp.txt").write_text("7" * 1_000_000)
