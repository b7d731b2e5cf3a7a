using System.Collections.Immutable;
using System.Text.Json;
using Cutover.Core.Access;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;
using Cutover.Core.Tests.Playbooks;
using Cutover.Tests.Fixtures;

namespace Cutover.Core.Tests.Access;

public sealed class PolicyTests
{
    private const string Folder = "tests/Cutover.Core.Tests/Access/Approved";

    private static readonly ImmutableDictionary<string, string> Ids =
        ImmutableDictionary<string, string>.Empty.Add("lab.example", "Z0LAB").Add("lab2.example", "Z0SECOND");

    public static TheoryData<string, string> Cases { get; } = new()
    {
        { "metric-gate", Example.Yaml },
        { "zone-by-id", Example.With("zone: lab.example,", "zone: Z0123456789ABC,") },
        {
            "two-zones", Example.With(
                "types: [A] }", "types: [A, AAAA] }\n  - { zone: lab2.example, name: WSS.lab2.example, types: [CNAME] }")
        },
        { "alarm-only", AlarmOnly() },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_policy_of_a_playbook_is_the_approved_one(string name, string yaml)
    {
        var playbook = Assert.IsType<PlaybookAccepted>(PlaybookReader.Read(yaml)).Playbook;

        RepositoryFiles.AssertHolds($"{Folder}/{name}.json", PolicyDocument.Write(PlaybookAccess.Of(playbook, Ids)) + "\n");
    }

    [Fact]
    public void A_wildcard_is_written_as_IAM_compares_it_and_its_mark_too()
    {
        var access = new PlaybookAccess([new ZoneAccess("Z1", ["*.lab.example."], [RecordType.A])], false, false, false);

        Assert.Equal(
            [@"\052.lab.example", "_cutover._wildcard.lab.example"],
            Values(access, "route53:ChangeResourceRecordSetsNormalizedRecordNames"));
    }

    [Fact]
    public void Zones_that_are_given_by_name_need_an_id() =>
        Assert.Equal(["lab.example"], PlaybookAccess.ZoneNames(((PlaybookAccepted)PlaybookReader.Read(Example.Yaml)).Playbook));

    private static IEnumerable<string?> Values(PlaybookAccess access, string key) =>
        JsonDocument.Parse(PolicyDocument.Write(access)).RootElement.GetProperty("Statement")[0].GetProperty("Condition")
            .GetProperty("ForAllValues:StringEquals").GetProperty(key).EnumerateArray().Select(value => value.GetString());

    private static string AlarmOnly()
    {
        var gates = Example.Yaml.IndexOf("gates:", StringComparison.Ordinal);
        var steps = Example.Yaml.IndexOf("steps:", StringComparison.Ordinal);
        return Example.Yaml[..gates] + "gates:\n  quiet: { cloudwatch: { alarm: wss-quiet } }\n" + Example.Yaml[steps..];
    }
}
