using System.Collections.Immutable;
using Cutover.Tests.Fixtures;

namespace Cutover.Core.Tests.Plans;

/// <summary>Every way in which a zone can stand in a playbook's way, each on a zone that has nothing else wrong.</summary>
public sealed class RefusalTests
{
    private const string Folder = "tests/Cutover.Core.Tests/Plans";

    public static TheoryData<string> Fine => [.. ZoneCases.Fine.Select(zone => zone.Name)];

    [Fact]
    public void Each_zone_is_refused_in_the_approved_words() => RepositoryFiles.AssertHolds(
        $"{Folder}/Refusals.txt", Render(ZoneCases.Refused, zone => zone.Refusals().Select(refusal => refusal.ToString())));

    [Fact]
    public void Each_zone_is_refused_for_one_reason_that_no_other_zone_has()
    {
        Assert.All(ZoneCases.Refused, zone => Assert.Equal(
            (zone.Name, zone.Name.StartsWith("Two ", StringComparison.Ordinal) ? 2 : 1), (zone.Name, zone.Refusals().Length)));
        Assert.Distinct(ZoneCases.Refused.SelectMany(zone => zone.Refusals()).Select(refusal => refusal.ToString()));
    }

    [Fact]
    public void The_zone_that_all_of_them_differ_from_is_planned_without_a_warning() => Assert.Empty(ZoneCases.Good.Plan().Warnings);

    [Theory]
    [MemberData(nameof(Fine))]
    public void What_only_looks_like_trouble_is_planned(string name) =>
        Assert.Empty(ZoneCases.Fine.Single(zone => zone.Name == name).Refusals());

    [Fact]
    public void Each_zone_is_planned_with_a_warning_in_the_approved_words() => RepositoryFiles.AssertHolds(
        $"{Folder}/Warnings.txt", Render(ZoneCases.Warned, zone => zone.Plan().Warnings.Select(warning => warning.ToString())));

    private static string Render(ImmutableArray<ZoneCase> zones, Func<ZoneCase, IEnumerable<string>> words) =>
        string.Concat(zones.Select(zone => $"{zone.Name}\n{string.Concat(words(zone).Select(line => $"  {line}\n"))}"));
}
