"""Drives the CloudWatch emulator with boto3, a client that knows nothing of it.

Usage: cloudwatch_check.py ENDPOINT ACCESS_KEY SECRET
Prints one line for each check that held; the first that does not ends the run with its assertion.
"""
import datetime
import sys

import boto3
import botocore.exceptions
from botocore.config import Config

ENDPOINT, KEY, SECRET = sys.argv[1:4]
NAMESPACE = "Lab/Boto"
UTC = datetime.timezone.utc
# A whole minute, at least ten minutes back, so that no period is cut by the clock.
BASE = datetime.datetime.now(UTC).replace(second=0, microsecond=0) - datetime.timedelta(minutes=10)


def client(secret=SECRET, region="us-east-1"):
    return boto3.client(
        "cloudwatch",
        endpoint_url=ENDPOINT,
        region_name=region,
        aws_access_key_id=KEY,
        aws_secret_access_key=secret,
        config=Config(retries={"max_attempts": 0}),
    )


cloudwatch = client()


def at(seconds):
    return BASE + datetime.timedelta(seconds=seconds)


def metric_query(id, name, stat, period=60, **more):
    metric = {"Namespace": NAMESPACE, "MetricName": name, "Dimensions": [{"Name": "Stack", "Value": "envoy"}]}
    return {"Id": id, "MetricStat": {"Metric": metric, "Period": period, "Stat": stat}, **more}


def expression(id, text, **more):
    return {"Id": id, "Expression": text, **more}


def datum(name, seconds, **values):
    return {
        "MetricName": name,
        "Dimensions": [{"Name": "Stack", "Value": "envoy"}],
        "Timestamp": at(seconds),
        "StorageResolution": 1,
        "Unit": "Count",
        **values,
    }


def get(queries, start=0, end=300, **more):
    return cloudwatch.get_metric_data(
        MetricDataQueries=queries, StartTime=at(start), EndTime=at(end), ScanBy="TimestampAscending", **more
    )


def points(result):
    return [(int((t - BASE).total_seconds()), v) for t, v in zip(result["Timestamps"], result["Values"])]


def refused(code, call, status=400, words="", **arguments):
    try:
        call(**arguments)
    except botocore.exceptions.ClientError as error:
        got = error.response["Error"]
        assert got["Code"] == code, (code, got)
        assert words in got["Message"], (words, got)
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == status, error.response
        assert error.response["ResponseMetadata"]["RequestId"], error.response
        return
    raise AssertionError(f"{call.__name__} was not refused with {code}")


def put_metric_data():
    cloudwatch.put_metric_data(
        Namespace=NAMESPACE,
        MetricData=[
            datum("Requests", 0, Value=100.0),
            datum("Requests", 60, Value=200.0),
            datum("Requests", 180, Value=50.0),
            datum("Errors", 60, Values=[1.0, 2.0], Counts=[2.0, 1.0]),
            datum("Errors", 180, StatisticValues={"SampleCount": 2, "Sum": 10, "Minimum": 4, "Maximum": 6}),
            datum("Latency", 5, Values=[float(n) for n in range(1, 101)]),
        ],
    )


def put_metric_data_errors():
    put = cloudwatch.put_metric_data
    refused("InvalidParameterCombination", put, Namespace=NAMESPACE, MetricData=[datum("m", 0, Value=1.0, Values=[1.0])])
    refused("InvalidParameterValue", put, Namespace=NAMESPACE, MetricData=[datum("m", 0, Value=float("nan"))])
    refused("InvalidParameterValue", put, Namespace=NAMESPACE, MetricData=[dict(datum("m", 0, Value=1.0), Unit="Furlongs")])
    refused("InvalidParameterValue", put, Namespace=NAMESPACE, MetricData=[dict(datum("m", 0, Value=1.0), StorageResolution=7)])
    refused("InvalidParameterValue", put, Namespace=NAMESPACE, MetricData=[datum("m", 3 * 3600, Value=1.0)])
    refused("MissingParameter", put, Namespace=NAMESPACE, MetricData=[datum("m", 0)])
    refused("MissingParameter", put, Namespace=NAMESPACE, MetricData=[])
    refused("InvalidParameterValue", put, words="1000", Namespace=NAMESPACE, MetricData=[datum("m", 0, Value=1.0)] * 1001)


def get_metric_data_values():
    answer = get(
        [
            metric_query("r", "Requests", "Sum", Label="requests"),
            metric_query("e", "Errors", "Sum", ReturnData=False),
            metric_query("n", "Errors", "SampleCount"),
            metric_query("p", "Latency", "p90", period=10),
            expression("rate", "100 * FILL(e, 0) / r", Label="error rate"),
            expression("bad", "IF(rate > 5, 1, 0)"),
            expression("both", "SUM([r, e])"),
        ]
    )
    results = {result["Id"]: result for result in answer["MetricDataResults"]}
    assert list(results) == ["r", "n", "p", "rate", "bad", "both"], list(results)
    assert points(results["r"]) == [(0, 100.0), (60, 200.0), (180, 50.0)], results["r"]
    assert points(results["n"]) == [(60, 3.0), (180, 2.0)], results["n"]
    assert [(t, round(v, 9)) for t, v in points(results["p"])] == [(0, 90.1)], results["p"]
    assert points(results["rate"]) == [(0, 0.0), (60, 2.0), (180, 20.0)], results["rate"]
    assert points(results["bad"]) == [(0, 0.0), (60, 0.0), (180, 1.0)], results["bad"]
    assert points(results["both"]) == [(0, 100.0), (60, 204.0), (180, 60.0)], results["both"]
    assert [results[id]["Label"] for id in ("r", "n", "rate", "bad")] == ["requests", "Errors", "error rate", "bad"]
    assert {result["StatusCode"] for result in results.values()} == {"Complete"}


def get_metric_data_pages():
    pages = list(
        cloudwatch.get_paginator("get_metric_data").paginate(
            MetricDataQueries=[metric_query("r", "Requests", "Sum"), metric_query("e", "Errors", "Sum")],
            StartTime=at(0),
            EndTime=at(300),
            PaginationConfig={"PageSize": 2},
        )
    )
    assert len(pages) == 3, pages
    merged = {}
    for page in pages:
        for result in page["MetricDataResults"]:
            merged.setdefault(result["Id"], []).extend(points(result))
    assert merged == {"r": [(180, 50.0), (60, 200.0), (0, 100.0)], "e": [(180, 10.0), (60, 4.0)]}, merged
    statuses = [[result["StatusCode"] for result in page["MetricDataResults"]] for page in pages]
    assert statuses == [["PartialData", "PartialData"], ["Complete", "PartialData"], ["Complete", "Complete"]], statuses


def get_metric_data_errors():
    call = cloudwatch.get_metric_data
    window = {"StartTime": at(0), "EndTime": at(300)}
    refused("ValidationError", call, words="MEDIAN", MetricDataQueries=[expression("x", "MEDIAN(x1)")], **window)
    refused("ValidationError", call, words="nothing", MetricDataQueries=[expression("x", "nothing + 1")], **window)
    refused("ValidationError", call, words="Syntax", MetricDataQueries=[expression("x", "1 +")], **window)
    refused("ValidationError", call, words="Period", MetricDataQueries=[metric_query("r", "Requests", "Sum", period=45)], **window)
    refused("ValidationError", call, words="Mode", MetricDataQueries=[metric_query("r", "Requests", "Mode")], **window)
    refused("ValidationError", call, words="StartTime", MetricDataQueries=[metric_query("r", "Requests", "Sum")], StartTime=at(9), EndTime=at(9))
    refused("ValidationError", call, words="500", MetricDataQueries=[metric_query(f"r{n}", "Requests", "Sum") for n in range(501)], **window)
    try:
        call(MetricDataQueries=[metric_query("r", "Requests", "Sum")], NextToken="stale", **window)
    except cloudwatch.exceptions.InvalidNextToken:
        return
    raise AssertionError("a stale token was taken")


def list_metrics():
    found = cloudwatch.list_metrics(Namespace=NAMESPACE, Dimensions=[{"Name": "Stack", "Value": "envoy"}])["Metrics"]
    assert [metric["MetricName"] for metric in found] == ["Errors", "Latency", "Requests"], found
    assert found[0]["Dimensions"] == [{"Name": "Stack", "Value": "envoy"}], found
    assert cloudwatch.list_metrics(Namespace=NAMESPACE, MetricName="Errors", RecentlyActive="PT3H")["Metrics"] == found[:1]
    assert cloudwatch.list_metrics(Namespace="Other")["Metrics"] == []


def alarm(name, **more):
    # Missing data are ignored and there are none of late, so an evaluation in between changes no state.
    rule = {
        "AlarmName": name,
        "Namespace": NAMESPACE,
        "MetricName": "Errors",
        "Dimensions": [{"Name": "Stack", "Value": "envoy"}],
        "Statistic": "Sum",
        "Period": 60,
        "EvaluationPeriods": 3,
        "DatapointsToAlarm": 2,
        "Threshold": 5.0,
        "ComparisonOperator": "GreaterThanThreshold",
        "TreatMissingData": "ignore",
    }
    return {key: value for key, value in {**rule, **more}.items() if value is not None}


def alarms():
    for name in ("edge-a", "edge-b", "other"):
        cloudwatch.put_metric_alarm(**alarm(name, Tags=[{"Key": "team", "Value": "lab"}], OKActions=["arn:aws:sns:us-east-1:1:t"]))
    cloudwatch.put_metric_alarm(**alarm("p99", Statistic=None, ExtendedStatistic="p99", DatapointsToAlarm=None))
    found = {item["AlarmName"]: item for item in cloudwatch.describe_alarms()["MetricAlarms"]}
    assert sorted(found) == ["edge-a", "edge-b", "other", "p99"], found
    first = found["edge-a"]
    expected = alarm("edge-a", OKActions=["arn:aws:sns:us-east-1:1:t"])
    assert {key: first[key] for key in expected} == expected, first
    assert first["StateValue"] == "INSUFFICIENT_DATA" and first["ActionsEnabled"] is True, first
    assert first["StateUpdatedTimestamp"].tzinfo is not None
    assert found["p99"]["ExtendedStatistic"] == "p99" and "DatapointsToAlarm" not in found["p99"], found["p99"]


def names(**arguments):
    return [item["AlarmName"] for item in cloudwatch.describe_alarms(**arguments)["MetricAlarms"]]


def alarm_searches():
    cloudwatch.set_alarm_state(AlarmName="edge-b", StateValue="ALARM", StateReason="drill", StateReasonData='{"by": "boto3"}')
    assert names(StateValue="ALARM") == ["edge-b"]
    assert names(AlarmNames=["other", "edge-b"]) == ["edge-b", "other"]
    assert names(AlarmNamePrefix="edge-") == ["edge-a", "edge-b"]
    assert names(AlarmNamePrefix="edge-", AlarmTypes=["MetricAlarm"], MaxRecords=1) == ["edge-a"]
    pages = cloudwatch.get_paginator("describe_alarms").paginate(PaginationConfig={"PageSize": 3})
    assert [len(page["MetricAlarms"]) for page in pages] == [3, 1]


def alarm_errors():
    put = cloudwatch.put_metric_alarm
    refused("ValidationError", put, words="DatapointsToAlarm", **alarm("x", DatapointsToAlarm=4))
    refused("ValidationError", put, words="Period", **alarm("x", Period=45))
    refused("ValidationError", put, words="Statistic", **alarm("x", Statistic=None))
    refused("ValidationError", put, words="TreatMissingData", **alarm("x", TreatMissingData="guess"))
    refused("ValidationError", put, words="ComparisonOperator", **alarm("x", ComparisonOperator="About"))
    refused("MissingParameter", put, words="Threshold", **alarm("x", Threshold=None))
    refused("InvalidParameterCombination", cloudwatch.describe_alarms, AlarmNames=["a"], AlarmNamePrefix="a")
    refused("InvalidNextToken", cloudwatch.describe_alarms, NextToken="stale")
    refused("InvalidFormat", cloudwatch.set_alarm_state, AlarmName="edge-a", StateValue="OK", StateReason="r", StateReasonData="{")
    refused("ResourceNotFound", cloudwatch.set_alarm_state, status=404, AlarmName="none", StateValue="OK", StateReason="r")
    refused("ResourceNotFound", cloudwatch.delete_alarms, status=404, AlarmNames=["edge-a", "none"])
    assert "edge-a" in names()


def delete_alarms():
    cloudwatch.delete_alarms(AlarmNames=["edge-a", "edge-b", "other", "p99"])
    assert names() == []


def signatures():
    refused("SignatureDoesNotMatch", client(secret="wrong").list_metrics, status=403)
    refused("SignatureDoesNotMatch", client(region="eu-west-1").list_metrics, status=403)


def unsupported():
    refused("InvalidAction", cloudwatch.list_dashboards)


CHECKS = [
    put_metric_data,
    put_metric_data_errors,
    get_metric_data_values,
    get_metric_data_pages,
    get_metric_data_errors,
    list_metrics,
    alarms,
    alarm_searches,
    alarm_errors,
    delete_alarms,
    signatures,
    unsupported,
]
for check in CHECKS:
    check()
    print(f"held: {check.__name__}")
