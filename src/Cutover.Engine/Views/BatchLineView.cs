using Cutover.Core.Dns;

namespace Cutover.Engine.Views;

/// <summary>One line of a change batch.</summary>
/// <param name="Record">Name and type.</param>
/// <param name="RecordSet">Set identifier, weight, TTL and content, in words.</param>
public sealed record BatchLineView(ChangeAction Action, string Record, string RecordSet);
