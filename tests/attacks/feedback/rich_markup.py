"""Use the markup of the grader's own terminal tables and the templates of its pages.

expect: costs own
"""
text = "[bold red]ATTACK[/] [link=file:///etc/passwd]x[/link] [/] [/nothing] {{ 7 * 7 }} {% raise %} ${7*7} %s %(x)s {0}"
print(text)
raise ValueError(text)
