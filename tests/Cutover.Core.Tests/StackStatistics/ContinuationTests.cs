using static Cutover.Core.Tests.StackStatistics.Samples;

namespace Cutover.Core.Tests.StackStatistics;

public sealed class ContinuationTests
{
    [Theory]
    [InlineData("pid 1", 100, 10, "pid 1", 105, 15, true, "an ordinary look")]
    [InlineData("pid 1", 100, 10, "pid 2", 105, 15, false, "a reload: another pid")]
    [InlineData("pid 1", 100, 10, "pid 1", 2, 15, false, "a container restarts with the same pid: its uptime fell")]
    [InlineData("pid 1", 100, 10, "pid 1", 105, 9, false, "a counter fell")]
    [InlineData("pid 1", 2, 10, "pid 1", 4, 15, true, "young, and as old as it should be")]
    [InlineData("pid 1", 0, 10, "pid 1", 1, 15, false, "restarted between two looks, counting faster than before")]
    [InlineData("pid 1", 100, 10, "pid 1", 101, 15, true, "the machine slept, or this clock was set: too old to have begun since")]
    [InlineData(null, null, 10, null, null, 15, true, "a page that tells no process: only counters count")]
    [InlineData(null, null, 10, null, null, 9, false, "a page that tells no process, and a counter fell")]
    [InlineData("pid 1", 100, 10, null, null, 15, true, "the process is told no longer")]
    public void The_same_process_is_told_from_another(
        string? before, int? uptimeBefore, long countBefore, string? after, int? uptimeAfter, long countAfter, bool same, string case_) =>
        Assert.True(
            same == Seen(5, countAfter, 0, after, uptimeAfter).Continues(Seen(0, countBefore, 0, before, uptimeBefore)), case_);

    [Fact]
    public void After_a_long_absence_a_young_process_is_another_even_with_the_same_pid_and_higher_counters() =>
        Assert.False(Seen(600, 500, 0, "pid 1", 550).Continues(Seen(0, 10, 0, "pid 1", 20)));

    [Fact]
    public void After_a_long_absence_a_process_of_the_right_age_is_the_same() =>
        Assert.True(Seen(600, 500, 0, "pid 1", 620).Continues(Seen(0, 10, 0, "pid 1", 20)));
}
