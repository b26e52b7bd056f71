"""Call `check` with names that no check has: empty, huge, control characters, surrogates, other types.

expect: unharmed
"""
for name in ("", " ", "a" * 10**6, "mean\0", "mean\n", "m\u202eean", "\ud800", "../../mean", "__proto__", 7, None, b"mean", ["mean"], "<b>mean</b>", "mean'; DROP TABLE grade; --"):
    try:
        check(name, torch.zeros(1))
    except Exception:
        pass
