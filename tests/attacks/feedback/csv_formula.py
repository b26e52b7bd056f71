"""Print and raise what a spreadsheet would calculate.

expect: costs own
"""
for start in ("=", "+", "-", "@", "\t=", "\r=", ";=", '"=', "\uff1d"):
    print(f"{start}HYPERLINK(\"http://127.0.0.1:{CANARY_PORT}/ATTACK_ACTIVE\")")
raise ValueError("=cmd|' /C calc'!A0\",=1+1,\n=HYPERLINK(\"http://127.0.0.1/ATTACK_ACTIVE\")")
