"""The end of the first minute: the sample is cleared, a business of one's own begins and lasts, a server elsewhere is
signed in to."""

import glob
import os

import desktop
import first_minute_disk as disk
import first_minute_tree as tree
import house

NAME = "Harbour Lights Hotel"
ZONE = "Europe/Lisbon"
PARKING = "In our yard, free for guests."
PRICE = "A double room is 90 euros a night."
SAMPLE = ("Paul Nwosu", "Saltgrass Marina", "Casa Marisol", "Northquay")


def write(story, field, text, role="text"):
    """By a click into the field and real keys."""
    story.desk.click(tree.box_of(story.window.find(role, field)))
    story.desk.key("ctrl+a")
    story.desk.type(text)


def clears_the_sample(story):
    """On a profile of its own, so that the other sample goes on: everything goes, and its customers are silent."""
    mine, story.console = story.console, story.console.on("cleared")
    console = story.console
    try:
        console.start()
        window = story.window
        window.row("Conversations", "Paul Nwosu", seconds=40)
        before = console.server().rows("SELECT value FROM meta WHERE name = 'server_id'")
        window.press("Clear the sample")
        box = window.find("dialog", "Clear the sample?")
        story.page("clear the sample", box)
        window.press("Clear the sample", within=box)
        house.wait_for("an empty inbox", lambda: story.window.says("No conversation yet"), 40)
        story.window.find("push button", "Live")
        assert console.server().counts() == (0, 0, 0, 0), console.server().counts()
        assert console.server().rows("SELECT value FROM meta WHERE name = 'server_id'") != before
        story.page("cleared")
        console.quit()
        assert not disk.words_in(disk.stores(console.profile), ("Paul Nwosu",))
        # They are silent until somebody lets them write.
        console.start()
        story.window.find("push button", "Let them write")
        console.quit()
    finally:
        console.drop()
        story.console = mine


def begins(story):
    """5: the card, filled in with real keys; two stores that never mix; the own one is there after a restart."""
    console, desk, window = story.console, story.desk, story.window
    write(story, "Name of your business", NAME)
    desk.click(tree.box_of(window.find("push button", "Edit hours and zone")))
    write(story, "Time zone", ZONE)
    desk.key("Tab")
    story.page("the card's hours")
    window.press("Done")
    assert window.says("Lisbon time"), "the zone is told"
    for number, question, answer in ((2, "Where can I park?", PARKING), (3, "What does it cost?", PRICE)):
        window.press(f"Write the answer to “{question}”")
        house.wait_for("the answer's field with the focus", lambda: (lambda field: field is not None and field.name == f"Answer to question {number}")(window.focused_text()))
        desk.type(answer)
    house.wait_for("three answers", lambda: window.says("3 of 3"))
    story.page("the card, filled in")
    sample_before = console.server().counts()
    window.press("Start my business")
    house.wait_for("the own business's window", lambda: story.window.says(NAME), 40)
    window = story.window
    window.find("push button", "Live")
    assert not window.says("Sample business."), "the banner belongs to the sample"
    assert not window.says("Use it for my business")
    story.page("own business")
    own = console.server("business")
    client, = own.bodies("client")
    assert client["name"] == NAME and client["safe_mode"] and not client.get("sample"), client
    place, = own.bodies("location")
    assert place["hours"]["zone"] == ZONE and len(place["hours"]["week"]) == 7, place
    asked = {document["title"]: document["text"] for document in own.bodies("document")}
    assert asked.get("Where can I park?") == PARKING and asked.get("What does it cost?") == PRICE, asked
    assert {"whatsapp", "sms", "web_form", "live_chat", "missed_call"} == {channel["kind"] for channel in own.bodies("channel")}
    lasts(story, sample_before)


def stops_answering(story):
    """Closing a business of one's own says what that means."""
    box = story.window.find("dialog", "Stop answering customers?")
    story.page("stop answering", box)
    story.window.press("Stop and quit", within=box)


def lasts(story, sample_before):
    console = story.console
    children = sorted(desktop.children_of(console.process.pid).values())
    assert children == ["foredeckd"], children
    console.quit(lambda: stops_answering(story))
    assert console.server().counts() == sample_before, "the sample was written on"
    folder = console.profile
    assert not disk.words_in(disk.stores(os.path.join(folder, "business")), SAMPLE), "sample data among the real"
    assert not disk.words_in(disk.stores(os.path.join(folder, "sample")), (NAME, PARKING)), "real data in the sample"
    assert disk.words_in(disk.stores(os.path.join(folder, "sample")), SAMPLE) == set(SAMPLE)
    console.start()
    house.wait_for("the own business again", lambda: story.window.says(NAME))
    story.window.find("push button", "Live")
    assert not story.window.says("Sample business.")
    clears_it_from_here(story)
    console.quit(lambda: stops_answering(story))


def clears_it_from_here(story):
    """The sample that the own business was begun from goes by a command."""
    store = os.path.join(story.console.profile, "sample", "server", "foredeckd.db")
    assert os.path.exists(store)
    story.desk.key("ctrl+k")
    story.desk.type("Clear the sample")
    story.window.row("Found", "Clear the sample")
    story.desk.key("Return")
    box = story.window.find("dialog", "Clear the sample?")
    story.window.press("Clear the sample", within=box)
    house.wait_for("the end of the sample", lambda: not os.path.exists(store))


def signs_in(story):
    """A server elsewhere: the page, real keys, and no keyring."""
    folder = os.path.join(story.desk.folder, "elsewhere")
    os.makedirs(folder)
    backend = house.Backend(os.path.dirname(story.console.program), folder)
    backend.init(house.spec_of([house.client_spec("casa-marisol", "+13055550101", "106550000000101", "AC" + "0" * 32, 0, "https://hooks.northquay.example")]))
    mine, story.console = story.console, story.console.on("remote")
    try:
        backend.start()
        story.console.start("--server", backend.url)
        window = story.window
        # Once it is known who answers there, a window over that server's own store takes the place of the first.
        house.wait_for("the server's own store", lambda: [path for path in glob.glob(os.path.join(story.console.profile, "remote", "*", "outbox.db")) if not path.endswith("/unknown/outbox.db")])
        window.find("text", "E-mail")
        story.page("sign-in")
        write(story, "E-mail", house.OWNER["email"])
        write(story, "Password", house.OWNER["password"], "password text")
        story.desk.key("Return")
        house.wait_for("the inbox behind the sign-in", lambda: window.says("No conversation yet"), 40)
        window.find("push button", "Live")
        window.find("push button", "Signed in for this session only")
        assert not disk.words_in(disk.everything(story.console.profile), (house.OWNER["password"],)), "a password on disk"
        story.page("signed in elsewhere")
        story.console.quit()
    finally:
        story.console.drop()
        backend.stop()
        story.console = mine
