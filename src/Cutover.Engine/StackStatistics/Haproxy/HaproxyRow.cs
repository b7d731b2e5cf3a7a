namespace Cutover.Engine.StackStatistics.Haproxy;

/// <summary>One line of HAProxy's statistics: a frontend, a backend or a server.</summary>
/// <param name="Proxy">pxname.</param>
/// <param name="Name">svname: FRONTEND, BACKEND or the server's name.</param>
/// <param name="Fields">By the name in the CSV header.</param>
internal sealed record HaproxyRow(string Proxy, string Name, IReadOnlyDictionary<string, long> Fields)
{
    public bool IsBackend => Name == "BACKEND";

    public bool IsServer => Name is not ("BACKEND" or "FRONTEND");

    /// <summary>The field, or 0 where this kind of row does not have it.</summary>
    public long this[string field] => Fields.GetValueOrDefault(field);
}
