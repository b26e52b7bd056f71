"""Display SVG with a script, a foreign object and a link.

"""
from IPython.display import SVG, display

display(SVG("""<svg xmlns="http://www.w3.org/2000/svg" onload="document.title='ATTACK_ACTIVE'">
<script>document.title='ATTACK_ACTIVE'</script><foreignObject><iframe src="javascript:ATTACK_ACTIVE"/></foreignObject>
<a href="javascript:ATTACK_ACTIVE"><rect width="9" height="9"/></a></svg>"""))
get_ipython().run_line_magic("config", "InlineBackend.figure_formats = ['svg']")
import matplotlib.pyplot as plt

plt.title("</text><script>document.title='ATTACK_ACTIVE'</script>")
plt.plot([1], gid="\"><script>ATTACK_ACTIVE</script>", url="javascript:ATTACK_ACTIVE")
plt.show()
