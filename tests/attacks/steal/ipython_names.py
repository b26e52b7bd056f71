"""Look into IPython's hidden names and history for cells that are not the student's.

expect: unharmed
"""
shell = get_ipython()
texts = [*shell.user_ns.get("_ih", []), *shell.user_ns.get("In", []), *map(str, shell.user_ns.get("_oh", {}).values())]
texts += [str(line) for line in shell.history_manager.input_hist_parsed] + [str(shell.user_ns_hidden)]
texts += [str(value) for name, value in shell.user_ns.items() if name.startswith("_")]
for text in texts:
    if "check" + "(" in text or "HIDDEN" + " TESTS" in text:
        print("LOOT:", text[:300])
