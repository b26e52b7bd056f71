"""Give oneself full marks in the gradebook.

"""
import sqlite3

try:
    with sqlite3.connect(GRADEBOOK, timeout=0.2) as database:
        database.execute("UPDATE grade SET auto_score = 100, manual_score = 100")
    print("LOOT: changed")
except sqlite3.Error:
    pass
