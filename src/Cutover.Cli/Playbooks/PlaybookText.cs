using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Core.Playbooks;

namespace Cutover.Cli.Playbooks;

/// <summary>Reads a playbook without a host.</summary>
internal static class PlaybookText
{
    /// <param name="file">The file's path, or - for stdin.</param>
    public static async Task<Answer<Playbook>> ReadAsync(string file, CancellationToken cancellation)
    {
        if (!(await PlaybookSource.ReadAsync(file, cancellation)).TryGet(out var source, out var unread))
        {
            return unread;
        }

        return PlaybookReader.Read(source.Text) switch
        {
            PlaybookAccepted accepted => accepted.Playbook,
            PlaybookRefused refused => new CommandProblem(
                ExitCodes.PlaybookInvalid, $"{source.Name} is not a valid playbook", Problems: refused.Problems) { Source = source },
            _ => throw new InvalidOperationException("A playbook is accepted or refused."),
        };
    }
}
