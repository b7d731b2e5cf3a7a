using Cutover.Core.Notifications;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>What a playbook says about whom to tell, and one mistake at a time in it.</summary>
public sealed class NotifyTests
{
    private const string Notify = """
        notify:
          - { channel: sre-slack, events: [held, rolling-back] }
          - { channel: pager }

        """;

    public static TheoryData<string, string, string> Rows => new()
    {
        { "events: [held,", "events: [hold,", "notify[0].events[0] | \"hold\" is not an event; did you mean \"held\"? | held" },
        { "events: [held,", "events: [test,", "notify[0].events[0] | \"test\" is not an event | one of started, advanced, approval-needed, held, drifted, resumed, warning, rolling-back, rollback-asked, rollback-stuck, rolled-back, completed, abandoned" },
        { "rolling-back]", "held]", "notify[0].events[1] | held stands in this list already | each event once" },
        { "[held, rolling-back]", "[]", "notify[0].events | the list of events is empty | at least one of the events" },
        { "channel: pager", "channel: sre-slack", "notify[1] | sre-slack stands in this list already | each channel once, with all of its events" },
        { "{ channel: pager }", "{ events: [held] }", "notify[1] | a channel to notify needs the key \"channel\" | channel: sre-slack" },
        { "channel: pager", "channel: pager, url: \"https://x\"", "notify[1].url | a channel to notify has no key \"url\" | one of channel, events, or nothing" },
    };

    [Fact]
    public void Channels_are_told_what_is_written_and_without_a_list_everything()
    {
        var rules = Readings.Accepted(Example.Yaml + Notify).Notify;

        Assert.Equal(["sre-slack", "pager"], rules.Select(rule => rule.Channel));
        Assert.Equal([NotificationEvent.Held, NotificationEvent.RollingBack], rules[0].Events);
        Assert.Equal(NotificationEventExtensions.OfRuns, rules[1].Events);
        Assert.Empty(Readings.Accepted(Example.Yaml).Notify);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mistake_is_named_where_it_stands(string old, string replacement, string expected)
    {
        var problem = Assert.Single(Readings.Problems(Example.Yaml + Notify.Replace(old, replacement, StringComparison.Ordinal)));

        Assert.True(problem.Line > 0 && problem.Column > 0);
        Assert.Equal(expected, $"{problem.Path} | {problem.Message} | {problem.Mend}");
    }
}
