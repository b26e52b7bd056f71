"""Print a script, an event handler, a frame, a style: whatever a page might take for its own.

"""
for text in (
    "<script>document.title='ATTACK_ACTIVE'</script>",
    "<img src=x onerror=\"document.title='ATTACK_ACTIVE'\">",
    "<svg/onload=document.title='ATTACK_ACTIVE'>",
    "<iframe srcdoc='<script>parent.document.title=1</script>ATTACK_ACTIVE'></iframe>",
    "<a href=\"javascript:document.title='ATTACK_ACTIVE'\">click</a>",
    "<style>body { display: none } /* ATTACK_ACTIVE */</style>",
    "<form action='http://127.0.0.1/ATTACK_ACTIVE'><button>grade</button></form>",
):
    print(text)
