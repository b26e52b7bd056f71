"""Make the worker send HTML, which it does for authors' own runs only.

cell: solution-bn-backward
expect: run ends
"""
from IPython.display import HTML, display

get_ipython().display_formatter.active_types = ["text/html", "text/plain", "image/svg+xml"]
display(HTML("<script>document.title='ATTACK_ACTIVE'</script>"))
