using System.Collections.Immutable;
using Cutover.Web.Hosting;

namespace Cutover.Web.Api;

/// <summary>The folder whose playbooks are offered for a start.</summary>
internal sealed class PlaybookFolder(CutoverOptions host, ILogger<PlaybookFolder> logger)
{
    /// <summary>Every *.yaml file by name; none when there is no such folder. What cannot be read, or is too long to be sent back, is left out.</summary>
    public async Task<ImmutableArray<PlaybookFile>> ListAsync(CancellationToken cancellation)
    {
        var playbooks = ImmutableArray.CreateBuilder<PlaybookFile>();
        foreach (var file in Files().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Length <= ApiParts.LongestRequest && await ReadAsync(file, cancellation) is { } text)
            {
                playbooks.Add(new PlaybookFile(file.Name, text));
            }
        }

        return playbooks.ToImmutable();
    }

    private FileInfo[] Files() => new DirectoryInfo(host.Playbooks) is { Exists: true } folder ? folder.GetFiles("*.yaml") : [];

    private async Task<string?> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(file.FullName, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.PlaybookUnreadable(logger, file.Name, failure);
            return null;
        }
    }
}
