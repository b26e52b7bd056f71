"""Replace what shows errors, outputs and pages, by functions of one's own.

expect: costs own
"""
import sys

script = "<script>document.title='ATTACK_ACTIVE'</script>"
shell = get_ipython()
shell.showtraceback = lambda *_, **__: print(script)
shell.set_custom_exc((Exception,), lambda *_, **__: [script])
sys.excepthook = sys.displayhook = lambda *_: print(script)
shell.display_pub.publish({"text/html": script, "text/plain": script}, metadata={"isolated": False, "trusted": True})
raise ValueError(script)
