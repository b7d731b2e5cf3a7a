using System.CommandLine;
using Cutover.Core.Dns;

namespace Cutover.Cli.Emergency;

/// <summary>The options of "rollback --break-glass".</summary>
internal sealed class BreakGlassArguments
{
    public Option<bool> BreakGlass { get; } = new("--break-glass")
    {
        Description = "Past the host, with AWS credentials alone: reads the zone, shows the batch, asks, writes it, waits for INSYNC and "
            + "asks the zone's name servers. Where a run's mark stands beside the name, its initial weights are restored; "
            + "elsewhere the target gets 0, and the source 100 if the target had any.",
    };

    public Option<string?> Playbook { get; } = new("--playbook")
    {
        Description = "The playbook whose records go back, all of them; - for stdin.", HelpName = "file",
    };

    public Option<string?> Zone { get; } = new("--zone") { Description = "Without a playbook: the hosted zone.", HelpName = "id|name" };

    public Option<string?> Name { get; } = new("--name") { Description = "Without a playbook: the record's name.", HelpName = "domain" };

    public Option<RecordType[]> Types { get; } = new("--type")
    {
        Description = "Without a playbook: only this type. Default: every type of the name. May be repeated.", HelpName = "A|AAAA|CNAME",
    };

    public Option<string?> To { get; } = new("--to")
    {
        Description = "Without a playbook: the set identifier that traffic goes back to.", HelpName = "setidentifier",
    };

    public Option<string?> From { get; } = new("--from")
    {
        Description = "Without a playbook: the set identifier that traffic leaves. Default: the only other one.",
        HelpName = "setidentifier",
    };

    public Option<string?> Who { get; } = new("--who")
    {
        Description = "Who rolls back, for the mark and the change's comment. Default: the user name.", HelpName = "name",
    };

    public Option<bool> NoWait { get; } = new("--no-wait")
    {
        Description = "End when Route 53 has accepted the batch: no INSYNC, no check.",
    };

    public Option<string[]> NameServers { get; } = new("--name-server")
    {
        Description = "Ask this server afterwards, not those of the zone's delegation set. May be repeated.", HelpName = "host[:port]",
    };

    public IEnumerable<Option> All => [BreakGlass, Playbook, Zone, Name, Types, To, From, Who, NoWait, NameServers];

    /// <summary>The options that mean nothing to a host. The playbook does: it is in the words when the host is not there.</summary>
    public IEnumerable<Option> OnlyBreakGlass => All.Except([BreakGlass, Playbook]);
}
