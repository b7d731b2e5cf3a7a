namespace Cutover.Lab.Tests.Route53;

/// <summary>The emulator through the eyes of Debian's boto3: one case for each line the script prints.</summary>
public sealed class BotoTests(BotoRun run) : IClassFixture<BotoRun>
{
    private static readonly string[] Checks =
    [
        "create_hosted_zone",
        "create_hosted_zone_again",
        "get_hosted_zone",
        "list_hosted_zones",
        "list_hosted_zones_by_name",
        "change_resource_record_sets",
        "get_change_pending",
        "pending_is_not_answered",
        "get_change_insync",
        "test_dns_answer",
        "list_resource_record_sets",
        "list_resource_record_sets_by_page",
        "a_listed_set_can_be_swapped_as_it_is",
        "upsert",
        "alias",
        "create_existing",
        "delete_missing",
        "delete_with_other_values",
        "a_batch_is_atomic",
        "simple_beside_weighted",
        "cname_beside_address",
        "cname_at_apex",
        "weight_without_identifier",
        "identifier_without_routing",
        "weight_out_of_range",
        "ttl_missing_or_out_of_range",
        "unequal_ttl",
        "bad_values",
        "name_outside_the_zone",
        "no_such_hosted_zone",
        "no_such_change",
        "get_health_check_status",
        "no_such_health_check",
        "listing_by_type_without_name",
        "modeled_exceptions",
        "throttling_by_dial",
        "throttling_by_budget",
        "prior_request_not_complete",
        "access_denied",
        "outage",
        "lost_response",
        "wrong_secret",
        "unknown_key",
    ];

    public static TheoryData<string> Names => [.. Checks];

    [Theory]
    [MemberData(nameof(Names))]
    public void Boto3_sees_what_the_service_would_show(string check) =>
        Assert.Equal(
            "ok " + check,
            run.Lines.FirstOrDefault(line => line == "ok " + check || line.StartsWith($"FAIL {check}:", StringComparison.Ordinal)));

    [Fact]
    public void The_script_prints_a_line_for_every_check_and_nothing_else() => Assert.Equal(Checks.Length, run.Lines.Count);
}
