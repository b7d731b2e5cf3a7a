using Cutover.Core.Playbooks;

namespace Cutover.Engine.StackStatistics;

/// <summary>Looks credentials up where a playbook says they are, each time anew: they may be changed while a run is under way.</summary>
internal static class CredentialsStore
{
    /// <summary>"user:password".</summary>
    /// <exception cref="InvalidDataException">There is no such thing; the message names the place and never what it holds.</exception>
    public static async Task<string> ReadAsync(CredentialsReference reference, CancellationToken cancellation)
    {
        var found = reference.Origin == CredentialsOrigin.Environment
            ? Environment.GetEnvironmentVariable(reference.Name)
            : await ReadFileAsync(reference, cancellation);
        return found is null ? throw new InvalidDataException($"there is no {reference} here")
            : found.Contains(':', StringComparison.Ordinal) ? found
            : throw new InvalidDataException($"{reference} does not hold user:password");
    }

    private static async Task<string?> ReadFileAsync(CredentialsReference reference, CancellationToken cancellation)
    {
        try
        {
            return (await File.ReadAllTextAsync(reference.Name, cancellation)).TrimEnd('\n', '\r');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{reference} cannot be read: {failure.Message}", failure);
        }
    }
}
