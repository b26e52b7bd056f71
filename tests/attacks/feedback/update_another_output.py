"""Overwrite outputs that another cell has shown, and clear them.

cell: solution-bn-train
"""
from IPython.display import clear_output, display, update_display

for name in ("", "0", "check-statistics", "batch", "../x"):
    display("first", display_id=name or None)
    update_display("<script>document.title='ATTACK_ACTIVE'</script>", display_id=name or "none")
clear_output()
