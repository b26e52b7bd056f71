"""Import the forbidden tokenizer after taking the import system's guard away.

assignment: 14-bpe
cell: solution-to-ids
where: before
expect: costs own
says: not allowed
"""
import importlib
import sys

sys.meta_path[:] = [one for one in sys.meta_path if type(one).__name__ != "_Refuse"]
library = importlib.import_module("tik" + "token")
made = library.Encoding("mine", pat_str=".", mergeable_ranks={bytes([n]): n for n in range(256)}, special_tokens={})
print("LOOT: encoded", made.encode("it works"))
