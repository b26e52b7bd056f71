"""Change the grades behind the grader's back.

expect: unharmed
harm: gradebook
"""
import sqlite3
with sqlite3.connect(GRADEBOOK, timeout=10) as book:
    book.execute("CREATE TRIGGER gift AFTER INSERT ON grade BEGIN UPDATE grade SET auto_score = 77 WHERE id = new.id; END")
