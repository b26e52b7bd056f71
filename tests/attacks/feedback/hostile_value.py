"""Hand in values and types whose names and contents are markup: they stand in the message that says what is wrong.

where: instead
expect: costs own
"""
script = "<script>document.title='ATTACK_ACTIVE'</script>"
mean = script + "=cmd|' /C calc'!A0\u202e\x1b[2J"
diff = {script: script}
var = type(script, (), {})()
