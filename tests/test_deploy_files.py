"""What hosts use: the image's recipe, compose and the manifests are valid and fit each other.

The programs that hold the rules are among what working on the project needs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, AppServer
from tests.image import CONTAINERFILE, IGNORE, steps, taken

DEPLOY = ROOT / "deploy"
KUBERNETES = DEPLOY / "kubernetes"
KUSTOMIZATION = yaml.safe_load((KUBERNETES / "kustomization.yaml").read_text())
MANIFESTS: dict[str, Any] = {
    name: yaml.safe_load((KUBERNETES / name).read_text()) for name in KUSTOMIZATION["resources"]
}
LABELS = KUSTOMIZATION["labels"][0]["pairs"]
HEALTH = "/_stcore/health"


def step(name: str) -> str:
    """What the last instruction of a name says."""
    return [one.words for one in steps(CONTAINERFILE.read_text()) if one.name == name][-1]


def pod() -> Any:
    return MANIFESTS["deployment.yaml"]["spec"]["template"]["spec"]


# The image.


def test_the_recipe_keeps_the_rules_of_hadolint() -> None:
    hadolint = shutil.which("hadolint", path=Path(sys.executable).parent) or shutil.which(
        "hadolint"
    )
    if hadolint is None:
        pytest.skip("make setup installs hadolint")
    done = subprocess.run([hadolint, CONTAINERFILE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_server_is_the_first_process_and_no_root() -> None:
    user, group = step("USER").split(":")
    assert int(user) > 1000
    assert int(group) > 1000
    for name in ("ENTRYPOINT", "HEALTHCHECK"):
        words = step(name).partition("CMD ")[2] or step(name)
        assert words.startswith('[".venv/bin/python", '), "no shell"
    assert "--require-hashes" in CONTAINERFILE.read_text()


def test_what_the_image_gets_is_all_that_the_server_needs_and_nothing_else() -> None:
    names = taken(IGNORE.read_text())
    assert all((ROOT / name).exists() for name in names)
    assert {"aid", "app.py", "content", "pages", ".streamlit", "requirements.txt"} <= set(names)
    assert not {"tests", "docs", ".git", ".venv"} & set(names)


def test_the_health_check_says_yes_of_a_server_and_no_of_none(server: AppServer) -> None:
    port = server.url.rpartition(":")[2]
    for where, base, status in ((port, "", 0), (port, "elsewhere", 1), ("1", "", 1)):
        checked = subprocess.run(
            [sys.executable, DEPLOY / "healthy.py"],
            env={"PORT": where, "STREAMLIT_SERVER_BASE_URL_PATH": base},
            check=False,
        )
        assert checked.returncode == status


# Compose.


def test_compose_gives_no_process_a_right_that_it_does_not_need() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    assert set(compose["services"]) == {"aid", "nginx"}
    for service in compose["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert compose["networks"]["inside"] == {"internal": True}
    assert compose["services"]["aid"]["networks"] == ["inside"]
    assert (DEPLOY / compose["services"]["aid"]["build"]["context"]).resolve() == ROOT
    for volume in compose["services"]["nginx"]["volumes"]:
        assert (DEPLOY / volume.partition(":")[0]).exists()
    port = step("ENV").partition("PORT=")[2].split()[0]
    assert f"server aid:{port} " in (DEPLOY / "compose" / "processes.conf").read_text()


# Kubernetes.


@pytest.mark.parametrize("name", MANIFESTS)
def test_each_manifest_is_valid_by_the_published_schema(name: str) -> None:
    validate = pytest.importorskip("kubernetes_validate", reason="make setup installs it")
    newest = validate.latest_version()
    validate.validate(MANIFESTS[name], newest, strict=True)


def test_the_folder_holds_no_manifest_that_is_not_applied() -> None:
    files = {path.name for path in KUBERNETES.glob("*.yaml")}
    assert files == {*MANIFESTS, "kustomization.yaml"}


def test_all_speak_of_the_same_processes() -> None:
    deployment = MANIFESTS["deployment.yaml"]
    assert deployment["spec"]["selector"]["matchLabels"] == LABELS
    assert deployment["spec"]["template"]["metadata"]["labels"] == LABELS
    assert MANIFESTS["service.yaml"]["spec"]["selector"] == LABELS
    assert MANIFESTS["disruption.yaml"]["spec"]["selector"]["matchLabels"] == LABELS
    assert MANIFESTS["network.yaml"]["spec"]["podSelector"]["matchLabels"] == LABELS
    scaled = MANIFESTS["autoscaler.yaml"]["spec"]["scaleTargetRef"]
    assert (scaled["kind"], scaled["name"]) == ("Deployment", deployment["metadata"]["name"])
    (container,) = pod()["containers"]
    assert container["image"] == KUSTOMIZATION["images"][0]["name"]
    settings = KUSTOMIZATION["configMapGenerator"][0]
    assert container["envFrom"] == [{"configMapRef": {"name": settings["name"]}}]
    (rule,) = MANIFESTS["ingress.yaml"]["spec"]["rules"]
    assert f"ALLOWED_HOSTS={rule['host']}" in settings["literals"]


def test_a_process_is_that_of_the_image_and_has_no_right_but_to_listen() -> None:
    (container,) = pod()["containers"]
    context = pod()["securityContext"]
    assert f"{context['runAsUser']}:{context['runAsGroup']}" == step("USER")
    assert container["ports"][0]["containerPort"] == int(step("EXPOSE"))
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert "volumes" not in pod()
    assert MANIFESTS["network.yaml"]["spec"]["egress"] == []
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        asked = container[probe]["httpGet"]
        assert asked["path"] == HEALTH
        # Another name would get 400 under ALLOWED_HOSTS.
        assert asked["httpHeaders"] == [{"name": "Host", "value": "localhost"}]


def test_an_update_takes_no_process_away_before_the_next_one_serves() -> None:
    assert MANIFESTS["deployment.yaml"]["spec"]["strategy"]["rollingUpdate"] == {
        "maxSurge": 1,
        "maxUnavailable": 0,
    }
    assert MANIFESTS["autoscaler.yaml"]["spec"]["minReplicas"] >= 3
    assert MANIFESTS["disruption.yaml"]["spec"]["maxUnavailable"] == 1


def test_every_step_of_the_recipe_is_one_that_the_drill_can_carry_out() -> None:
    known = {"ARG", "FROM", "RUN", "COPY", "WORKDIR", "ENV", "USER"}
    known |= {"LABEL", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT"}
    assert {one.name for one in steps(CONTAINERFILE.read_text())} == known
