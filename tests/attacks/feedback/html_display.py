"""Display HTML as notebooks do.

"""
from IPython.display import HTML, IFrame, display

display(HTML("<script>document.title='ATTACK_ACTIVE'</script><b onclick='ATTACK_ACTIVE()'>bold</b>"))
display(IFrame(f"http://127.0.0.1:{CANARY_PORT}/ATTACK_ACTIVE", 300, 300))
get_ipython().run_cell_magic("html", "", "<script>document.title='ATTACK_ACTIVE'</script>")
