using System.CommandLine;
using System.CommandLine.Parsing;
using Cutover.Cli.HostApi;
using Cutover.Cli.Terminal;

namespace Cutover.Cli;

/// <summary>The options that every command has, and what they come to when one runs.</summary>
internal sealed class Shell(TimeProvider time)
{
    private readonly Option<string?> host = new("--host")
    {
        Description = $"Address of the host. Default: {HostAddress.Variable}, else {HostAddress.Default}.",
        HelpName = "url",
        Recursive = true,
    };

    private readonly Option<OutputFormat> output = new("--output", "-o")
    {
        Description = "json: data and nothing else on stdout, errors as JSON on stderr.",
        HelpName = "text|json",
        Recursive = true,
        CustomParser = Format,
    };

    public TimeProvider Time => time;

    public void AddOptionsTo(RootCommand root)
    {
        root.Add(host);
        root.Add(output);
    }

    /// <summary>Makes a command that needs no host.</summary>
    public void Locally(Command command, Func<ParseResult, Output, CancellationToken, Task<int>> run) =>
        command.SetAction((parsed, cancellation) => run(parsed, OutputOf(parsed), cancellation));

    /// <summary>Makes a command that talks to the host.</summary>
    public void AtHost(Command command, Func<ParseResult, Session, Task<int>> run) =>
        command.SetAction((parsed, cancellation) => AtHostAsync(parsed, run, cancellation));

    public async Task<int> AtHostAsync(ParseResult parsed, Func<ParseResult, Session, Task<int>> run, CancellationToken cancellation)
    {
        var output = OutputOf(parsed);
        if (!HostAddress.Choose(parsed.GetValue(host)).TryGet(out var address, out var problem))
        {
            return output.Fail(problem);
        }

        using var client = new HostClient(address, time);
        return await run(parsed, new Session(client, output, time, cancellation));
    }

    /// <summary>Also for a command line that is wrong: what it says of the output counts for saying so.</summary>
    public Output OutputOf(ParseResult parsed)
    {
        var asked = parsed.GetResult(output);
        return new Output(asked is not null && !asked.Errors.Any() ? parsed.GetValue(output) : OutputFormat.Text);
    }

    private static OutputFormat Format(ArgumentResult result)
    {
        switch (result.Tokens)
        {
            case [{ Value: "json" }]:
                return OutputFormat.Json;
            case [{ Value: not "text" and var other }]:
                result.AddError($"--output is text or json, not \"{other}\"");
                break;
        }

        return OutputFormat.Text;
    }
}
