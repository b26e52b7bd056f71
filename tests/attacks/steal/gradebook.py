"""Open the gradebook as the database that it is.

expect: unharmed
"""
import sqlite3

for uri in (f"file:{GRADEBOOK}?mode=ro", f"file:{GRADEBOOK}?immutable=1", f"file:{GRADEBOOK}"):
    try:
        with sqlite3.connect(uri, uri=True) as book:
            print("LOOT:", book.execute("SELECT * FROM student").fetchall())
    except sqlite3.Error:
        pass
