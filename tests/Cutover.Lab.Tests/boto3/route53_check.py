"""Holds the Route 53 emulator to what boto3 expects of the service.

Prints one line a check: "ok NAME" or "FAIL NAME: WHY". A line that starts with "@" asks the test that started this script to turn a
dial or to move the emulator's clock; it answers with one line on standard input.
"""
import os
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError

KEY, SECRET = os.environ["LAB_KEY"], os.environ["LAB_SECRET"]
ENDPOINT, LIMITED = os.environ["LAB_ROUTE53"], os.environ["LAB_ROUTE53_LIMITED"]
NAME = "wss.boto.example."


def client(key=KEY, secret=SECRET, endpoint=ENDPOINT):
    config = Config(retries={"max_attempts": 0}, parameter_validation=False, proxies={})
    return boto3.client("route53", region_name="us-east-1", endpoint_url=endpoint, aws_access_key_id=key, aws_secret_access_key=secret, config=config)


r53 = client()
CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


def ask(command):
    print("@" + command, flush=True)
    answer = sys.stdin.readline().strip()
    assert answer == "done", f"{command}: {answer}"


def refused(code, status, call, *parts):
    try:
        call()
    except ClientError as error:
        seen, message = error.response["Error"]["Code"], error.response["Error"]["Message"]
        http = error.response["ResponseMetadata"]["HTTPStatusCode"]
        assert (seen, http) == (code, status), f"{http} {seen}: {message}"
        for part in parts:
            assert part in message, message
        assert error.response["ResponseMetadata"]["RequestId"], "no request id"
        return
    raise AssertionError("it was accepted")


def equal(seen, expected):
    assert seen == expected, f"{seen!r} is not {expected!r}"


def weighted(identifier, weight, value="192.0.2.1", ttl=60, name=NAME):
    return {"Name": name, "Type": "A", "SetIdentifier": identifier, "Weight": weight, "TTL": ttl, "ResourceRecords": [{"Value": value}]}


def simple(name, kind, value, ttl=60):
    return {"Name": name, "Type": kind, "TTL": ttl, "ResourceRecords": [{"Value": value}]}


def without(record_set, field):
    return {name: value for name, value in record_set.items() if name != field}


def change(*changes, zone=None):
    batch = {"Comment": "boto", "Changes": [{"Action": action, "ResourceRecordSet": record_set} for action, record_set in changes]}
    return r53.change_resource_record_sets(HostedZoneId=zone or STATE["zone"], ChangeBatch=batch)["ChangeInfo"]


def sets(**start):
    return r53.list_resource_record_sets(HostedZoneId=STATE["zone"], **start)["ResourceRecordSets"]


STATE = {}


@check
def create_hosted_zone():
    made = r53.create_hosted_zone(Name="boto.example", CallerReference="boto-1")
    STATE["zone"] = made["HostedZone"]["Id"]
    equal(made["HostedZone"]["Name"], "boto.example.")
    equal(made["ChangeInfo"]["Status"], "PENDING")
    equal(len(made["DelegationSet"]["NameServers"]), 4)
    assert made["Location"].endswith("/2013-04-01" + STATE["zone"]), made["Location"]


@check
def create_hosted_zone_again():
    refused("HostedZoneAlreadyExists", 409, lambda: r53.create_hosted_zone(Name="boto.example", CallerReference="boto-1"))


@check
def get_hosted_zone():
    equal(r53.get_hosted_zone(Id=STATE["zone"])["HostedZone"]["ResourceRecordSetCount"], 2)


@check
def list_hosted_zones():
    pages = list(r53.get_paginator("list_hosted_zones").paginate(PaginationConfig={"PageSize": 1}))
    equal(len(pages), 2)
    assert STATE["zone"] in [zone["Id"] for page in pages for zone in page["HostedZones"]]


@check
def list_hosted_zones_by_name():
    page = r53.list_hosted_zones_by_name(DNSName="boto.example", MaxItems="1")
    equal((page["HostedZones"][0]["Name"], page["DNSName"], page["IsTruncated"], page["NextDNSName"]), ("boto.example.", "boto.example", True, "lab.example."))


@check
def change_resource_record_sets():
    made = change(("CREATE", weighted("haproxy", 255)), ("CREATE", weighted("envoy", 0, "192.0.2.2")), ("CREATE", simple("*.boto.example", "A", "192.0.2.9")))
    equal((made["Status"], made["Comment"], made["Id"][:9]), ("PENDING", "boto", "/change/C"))
    STATE["change"] = made["Id"]


@check
def get_change_pending():
    equal(r53.get_change(Id=STATE["change"])["ChangeInfo"]["Status"], "PENDING")


@check
def pending_is_not_answered():
    equal(r53.test_dns_answer(HostedZoneId=STATE["zone"], RecordName=NAME, RecordType="A")["ResponseCode"], "REFUSED")


@check
def get_change_insync():
    ask("insync")
    equal(r53.get_change(Id=STATE["change"])["ChangeInfo"]["Status"], "INSYNC")


@check
def test_dns_answer():
    answer = r53.test_dns_answer(HostedZoneId=STATE["zone"], RecordName=NAME, RecordType="A")
    equal((answer["ResponseCode"], answer["Protocol"], answer["RecordData"]), ("NOERROR", "UDP", ["192.0.2.1"]))


@check
def list_resource_record_sets():
    equal([(found["Name"], found["Type"], found.get("SetIdentifier")) for found in sets()], [
        ("boto.example.", "NS", None), ("boto.example.", "SOA", None), ("\\052.boto.example.", "A", None), (NAME, "A", "envoy"), (NAME, "A", "haproxy")])


@check
def list_resource_record_sets_by_page():
    pages = list(r53.get_paginator("list_resource_record_sets").paginate(HostedZoneId=STATE["zone"], PaginationConfig={"PageSize": 1}))
    equal(len(pages), 5)
    equal(pages[2]["NextRecordIdentifier"], "envoy")
    equal([found for page in pages for found in page["ResourceRecordSets"]], sets())


@check
def a_listed_set_can_be_swapped_as_it_is():
    old = sets(StartRecordName=NAME, StartRecordType="A", StartRecordIdentifier="haproxy")[0]
    change(("DELETE", old), ("CREATE", {**old, "Weight": 128}))
    equal(sets(StartRecordName=NAME, StartRecordType="A", StartRecordIdentifier="haproxy")[0]["Weight"], 128)


@check
def upsert():
    change(("UPSERT", weighted("haproxy", 100)))
    equal(sets(StartRecordName=NAME, StartRecordType="A", StartRecordIdentifier="haproxy")[0]["Weight"], 100)


@check
def alias():
    target = {"HostedZoneId": STATE["zone"].split("/")[-1], "DNSName": NAME, "EvaluateTargetHealth": False}
    record_set = {"Name": "alias.boto.example.", "Type": "A", "AliasTarget": target}
    change(("CREATE", record_set))
    equal(sets(StartRecordName="alias.boto.example.")[0], record_set)
    refused("InvalidInput", 400, lambda: change(("CREATE", {**record_set, "Name": "b.boto.example", "TTL": 60})), "AliasTarget")


@check
def create_existing():
    refused("InvalidChangeBatch", 400, lambda: change(("CREATE", weighted("haproxy", 1))),
            "Tried to create resource record set [name='wss.boto.example.', type='A', set-identifier='haproxy'] but it already exists")


@check
def delete_missing():
    refused("InvalidChangeBatch", 400, lambda: change(("DELETE", weighted("nginx", 1))), "but it was not found")


@check
def delete_with_other_values():
    refused("InvalidChangeBatch", 400, lambda: change(("DELETE", weighted("haproxy", 99))), "but the values provided do not match the current values")


@check
def a_batch_is_atomic():
    before = sets()
    refused("InvalidChangeBatch", 400, lambda: change(("UPSERT", weighted("haproxy", 1)), ("DELETE", weighted("envoy", 7, "192.0.2.2"))))
    equal(sets(), before)


@check
def simple_beside_weighted():
    refused("InvalidChangeBatch", 400, lambda: change(("CREATE", simple(NAME, "A", "192.0.2.1"))), "other RRSets exist with the same name and type")


@check
def cname_beside_address():
    refused("InvalidChangeBatch", 400, lambda: change(("CREATE", simple(NAME, "CNAME", "other.example"))), "conflicts with other records")


@check
def cname_at_apex():
    refused("InvalidChangeBatch", 400, lambda: change(("CREATE", simple("boto.example", "CNAME", "other.example"))), "not permitted at apex")


@check
def weight_without_identifier():
    refused("InvalidInput", 400, lambda: change(("CREATE", without(weighted("x", 1, name="x.boto.example"), "SetIdentifier"))), "Missing field 'SetIdentifier'")


@check
def identifier_without_routing():
    refused("InvalidInput", 400, lambda: change(("CREATE", without(weighted("x", 1, name="x.boto.example"), "Weight"))), "Expected exactly one of [Weight")


@check
def weight_out_of_range():
    for weight in (256, -1):
        refused("InvalidInput", 400, lambda: change(("UPSERT", weighted("haproxy", weight))), "failed to satisfy constraint")


@check
def ttl_missing_or_out_of_range():
    refused("InvalidInput", 400, lambda: change(("CREATE", without(simple("x.boto.example", "A", "192.0.2.1"), "TTL"))), "all of [TTL, and ResourceRecords]")
    refused("InvalidInput", 400, lambda: change(("CREATE", simple("x.boto.example", "A", "192.0.2.1", ttl=2147483648))), "less than or equal to 2147483647")


@check
def unequal_ttl():
    refused("InvalidChangeBatch", 400, lambda: change(("UPSERT", weighted("haproxy", 1, ttl=61))), "weighted sets must contain the same TTL")


@check
def bad_values():
    for kind, value in (("A", "192.0.2.256"), ("AAAA", "192.0.2.1"), ("CNAME", "a..b")):
        refused("InvalidChangeBatch", 400, lambda: change(("CREATE", simple("x.boto.example", kind, value))), "Invalid Resource Record")


@check
def name_outside_the_zone():
    refused("InvalidChangeBatch", 400, lambda: change(("CREATE", simple("x.other.example", "A", "192.0.2.1"))), "is not permitted in zone boto.example.")


@check
def no_such_hosted_zone():
    refused("NoSuchHostedZone", 404, lambda: r53.get_hosted_zone(Id="ZNONE"))
    refused("NoSuchHostedZone", 404, lambda: r53.list_resource_record_sets(HostedZoneId="ZNONE"))
    refused("NoSuchHostedZone", 404, lambda: change(("UPSERT", weighted("haproxy", 1)), zone="ZNONE"))


@check
def no_such_change():
    refused("NoSuchChange", 404, lambda: r53.get_change(Id="C0123456789ABCDEFGHIJ"))


@check
def get_health_check_status():
    ask("check")
    observations = r53.get_health_check_status(HealthCheckId="hc-boto")["HealthCheckObservations"]
    equal(len(observations), 16)
    equal([seen["StatusReport"]["Status"].split(":")[0] for seen in observations], ["Success"] * 3 + ["Failure"] * 13)
    equal(len({(seen["Region"], seen["IPAddress"]) for seen in observations}), 16)
    equal(observations[0]["StatusReport"]["CheckedTime"].utcoffset().total_seconds(), 0)


@check
def no_such_health_check():
    refused("NoSuchHealthCheck", 404, lambda: r53.get_health_check_status(HealthCheckId="hc-none"))
    refused("InvalidInput", 400, lambda: r53.get_health_check_status(HealthCheckId="h" * 65))


@check
def listing_by_type_without_name():
    refused("InvalidInput", 400, lambda: sets(StartRecordType="A"))


@check
def modeled_exceptions():
    try:
        r53.get_change(Id="C0")
        raise AssertionError("it was accepted")
    except r53.exceptions.NoSuchChange:
        pass
    try:
        change(("DELETE", weighted("nginx", 1)))
        raise AssertionError("it was accepted")
    except r53.exceptions.InvalidChangeBatch:
        pass


@check
def throttling_by_dial():
    ask("throttle")
    refused("Throttling", 400, lambda: sets(), "Rate exceeded")
    sets()


@check
def throttling_by_budget():
    limited = client(endpoint=LIMITED)
    for _ in range(5):
        limited.list_hosted_zones()
    refused("Throttling", 400, lambda: limited.list_hosted_zones(), "Rate exceeded")


@check
def prior_request_not_complete():
    ask("prior")
    refused("PriorRequestNotComplete", 400, lambda: change(("UPSERT", weighted("haproxy", 1))))


@check
def access_denied():
    ask("deny")
    refused("AccessDenied", 403, lambda: change(("UPSERT", weighted("haproxy", 1))))
    sets()
    ask("allow")


@check
def outage():
    ask("outage")
    refused("InternalFailure", 500, lambda: sets())
    refused("ServiceUnavailable", 503, lambda: sets())


@check
def lost_response():
    ask("lose")
    try:
        change(("UPSERT", weighted("haproxy", 77)))
        raise AssertionError("there was a response")
    except ConnectionClosedError:
        pass
    equal(sets(StartRecordName=NAME, StartRecordType="A", StartRecordIdentifier="haproxy")[0]["Weight"], 77)


@check
def wrong_secret():
    refused("SignatureDoesNotMatch", 403, lambda: client(secret="guess").list_hosted_zones())


@check
def unknown_key():
    refused("InvalidClientTokenId", 403, lambda: client(key="AKIAOTHER").list_hosted_zones())


for function in CHECKS:
    try:
        function()
        print("ok " + function.__name__, flush=True)
    except Exception as problem:  # every check reports, whatever became of the one before
        print(f"FAIL {function.__name__}: {type(problem).__name__}: {problem}".replace("\n", " "), flush=True)
