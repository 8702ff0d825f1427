"""Settings: defaults, then file, then environment, then options; what cannot be understood is said clearly."""

import pytest

from rashomon.ingest.fetched import FetchSettings
from rashomon.settings import Settings, SettingsError, fetch_settings, read_settings


@pytest.fixture
def file(tmp_path):
    def write(words):
        path = tmp_path / "rashomon.toml"
        path.write_text(words, "utf-8")
        return path

    return write


def test_with_nothing_given_the_defaults_stand():
    assert read_settings(environment={"PATH": "/bin"}) == Settings()


def test_each_layer_goes_over_the_one_before(file):
    path = file('pipeline = "from_file"\n')
    assert read_settings(path, environment={}).pipeline == "from_file"
    environment = {"RASHOMON_PIPELINE": "from_environment"}
    assert read_settings(path, environment=environment, options={"pipeline": None}).pipeline == "from_environment"
    assert read_settings(path, environment=environment, options={"pipeline": "mine"}) == Settings(pipeline="mine")


def test_the_file_of_the_working_directory_is_read(file, monkeypatch):
    monkeypatch.chdir(file("pipeline = 'here'").parent)
    assert read_settings(environment={}).pipeline == "here"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("pipelin = 'x'", "unknown setting 'pipelin'.*known are archive, .*, fetch_bytes, .*, llm_key, .*, pipeline"),
        ("pipeline = 3", "pipeline .* must be a word"),
        ("engine = 'steam'", "no engine 'steam'.*there are local, processes, dask"),
        ("digest = 'sung'", "no digest 'sung'.*there are composed, extracted"),
        ("llm_seconds = 'soon'", "llm_seconds must be a number of seconds, not 'soon'"),
        ("llm_seconds = '0'", "llm_seconds must be a number of seconds"),
        ("fetch_seconds = 'soon'", "fetch_seconds must be a number of seconds from more than 0 to 9999, not 'soon'"),
        ("fetch_seconds = 0", "fetch_seconds must be a number of seconds"),
        ("fetch_seconds = true", "fetch_seconds must be a number of seconds"),
        ("fetch_delay = -1", "fetch_delay must be a number of seconds from 0 to 9999, not -1"),
        ("fetch_bytes = '10 MB'", "fetch_bytes must be a whole number of bytes above 0, not '10 MB'"),
        ("fetch_bytes = 1.5", "fetch_bytes must be a whole number"),
        ("fetch_private = 'maybe'", "fetch_private must be yes or no, not 'maybe'"),
        ("fetch_private = 2", "fetch_private must be yes or no"),
        ("user_agent = 'Härold'", "user_agent must be up to 200 characters of plain ASCII"),
        ('user_agent = "a\\nb"', "user_agent must be up to 200 characters of plain ASCII"),
        ("helpers = 2", "unknown setting 'helpers'"),
        ("port = 70000", "port must be a port from 0 to 65535, not 70000"),
        ("port = -1", "port must be a port"),
        ("open_reading = 3", "open_reading must be yes or no"),
        ("public_names = 'desk.example.org:443'", "public_names must be names of hosts without ports"),
        ("public_names = '*'", "public_names must be names of hosts"),
        ("proxies = 'everybody'", "proxies must be addresses or networks, and 'everybody' is none"),
        ("proxies = '10.0.0.1/8'", "proxies must be addresses or networks"),
        ("request_bytes = 0", "request_bytes must be a whole number of bytes above 0"),
        ("reads_a_minute = -5", "reads_a_minute must be a whole number, 0 for no limit"),
        ("writes_a_minute = 'often'", "writes_a_minute must be a whole number"),
        ("session_hours = 0", "session_hours must be a number of hours above 0"),
        ("workers = 1001", "workers must be a whole number from 0 to 1000"),
        ("workers = 'many'", "workers must be a whole number"),
        (
            "scheduler = 'nowhere'",
            "scheduler must be the address of a scheduler, tcp://HOST:PORT or tls://HOST:PORT, not",
        ),
        ("scheduler = 'http://10.0.0.5:8787'", "'http://10.0.0.5:8787': that leads to its pages; `dask scheduler`"),
        ("scheduler = 'ftp://10.0.0.5:8786'", "tcp://HOST:PORT or tls://HOST:PORT, not 'ftp://10.0.0.5:8786'"),
        ("scheduler = 'tcp://10.0.0.5:88786'", "scheduler must be the address of a scheduler"),
        ("scheduler = 'tcp://desk:secret@10.0.0.5:8786'", "scheduler must be the address of a scheduler"),
        ("pipeline =", "is not TOML"),
    ],
)
def test_what_cannot_be_understood_is_an_error_that_names_it(file, words, message):
    with pytest.raises(SettingsError, match=message):
        read_settings(file(words), environment={})


def test_an_unknown_variable_of_ours_is_an_error_too():
    with pytest.raises(SettingsError, match="unknown setting 'pipelne' in the environment"):
        read_settings(environment={"RASHOMON_PIPELNE": "x"})


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(SettingsError, match="cannot read the settings file"):
        read_settings(tmp_path / "none.toml", environment={})


def test_what_is_said_of_fetching_reaches_the_fetcher(file):
    path = file("fetch_seconds = 5\nfetch_bytes = 1_000_000\nfetch_delay = 0\nfetch_private = true\n")
    settings = read_settings(path, environment={"RASHOMON_FETCH_PRIVATE": "no", "RASHOMON_USER_AGENT": "HarbourBot/2"})
    made = fetch_settings(settings)
    assert (made.total_seconds, made.connect_seconds, made.read_seconds) == (5.0, 5.0, 5.0)
    assert (made.most_bytes, made.delay_seconds, made.private_addresses) == (1_000_000, 0.0, False)
    assert made.user_agent == "HarbourBot/2"
    assert fetch_settings(Settings()) == FetchSettings()


@pytest.mark.parametrize(("key", "value"), [("digest", "sung"), ("engine", "steam")])
def test_settings_made_in_python_are_looked_at_too(key, value):
    with pytest.raises(SettingsError, match=f"there is no {key} {value!r}; there are "):
        Settings(**{key: value})
