using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Engine.Aws;

namespace Cutover.Cli.Access;

/// <summary>Where AWS is, by the variables that every AWS tool reads.</summary>
internal static class AwsAccess
{
    public static Answer<AwsOptions> ReadOptions()
    {
        try
        {
            var options = AwsOptions.FromEnvironment(Environment.GetEnvironmentVariable);

            // Route 53 has no regions, and a region that nobody needs is not worth a search through profiles.
            return options with { Region = options.Region ?? "us-east-1" };
        }
        catch (UriFormatException wrong)
        {
            return new CommandProblem(ExitCodes.Usage, wrong.Message.TrimEnd('.'));
        }
    }
}
