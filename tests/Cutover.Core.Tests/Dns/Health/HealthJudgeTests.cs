using System.Collections.Immutable;
using Cutover.Core.Dns.Health;

namespace Cutover.Core.Tests.Dns.Health;

public sealed class HealthJudgeTests
{
    /// <summary>More than 18 %: 9 of 50 are exactly that, and not enough.</summary>
    [Theory]
    [InlineData(0, 16, false)]
    [InlineData(2, 16, false)]
    [InlineData(3, 16, true)]
    [InlineData(9, 50, false)]
    [InlineData(10, 50, true)]
    [InlineData(1, 5, true)]
    [InlineData(1, 6, false)]
    [InlineData(16, 16, true)]
    public void A_check_is_healthy_while_more_than_18_percent_of_its_checkers_say_so(int successes, int checkers, bool healthy) =>
        Assert.Equal(healthy, Judge(successes, checkers) is Healthy);

    [Fact]
    public void Unhealthy_says_how_many_report_success_and_what_one_of_the_others_says() => Assert.Equal(
        "1 of 8 health checkers report success, and Route 53 wants more than 18 %; "
            + "one in sa-east-1 says \"Failure: The health checker could not establish a connection\"",
        Assert.IsType<Unhealthy>(Judge(1, 8)).Reports);

    [Theory]
    [InlineData("Failure: 503")]
    [InlineData("success: 200")]
    [InlineData("")]
    public void Only_Success_is_success(string status) =>
        Assert.IsType<Unhealthy>(HealthJudge.Judge([new HealthObservation("eu-west-1", status)]));

    [Fact]
    public void Without_a_report_nothing_is_known() => Assert.IsType<HealthUnknown>(HealthJudge.Judge([]));

    private static HealthVerdict Judge(int successes, int checkers) => HealthJudge.Judge(
    [
        .. Enumerable.Repeat(new HealthObservation("eu-west-1", "Success: HTTP Status Code 200, OK"), successes),
        .. Enumerable.Repeat(
            new HealthObservation("sa-east-1", "Failure: The health checker could not establish a connection"), checkers - successes),
    ]);
}
