"""Have files and functions in the traceback whose names are markup, and a frame whose source is a page.

expect: costs own
"""
script = "<script>document.title='ATTACK_ACTIVE'</script>"
code = compile(f"def f():\n    raise ValueError('deep')  # {script}\nf()", f"<b>{script}", "exec")
exec(code.replace(co_name=script, co_qualname=script))
