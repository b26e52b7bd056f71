"""Leave something where the account's shell, ssh, pip and Jupyter would run it: in the home folders.

"""
import os
import pwd
from pathlib import Path

homes = {one.pw_dir for one in pwd.getpwall()} | {"/root", "/etc", "/usr/local/bin", str(Path(CANARY_WRITE).parent)}
for home in sorted(homes):
    for name in (".profile", ".ssh/authorized_keys", ".ipython/profile_default/startup/x.py"):
        path = Path(home, name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a") as file:
                file.write("# was here\n")
        except OSError:
            continue
        if not str(path.resolve()).startswith(str(Path.cwd().resolve())):  # its own scratch folder is fine
            print("LOOT: wrote", path)
