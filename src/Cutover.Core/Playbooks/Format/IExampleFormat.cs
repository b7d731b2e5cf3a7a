namespace Cutover.Core.Playbooks.Format;

/// <summary>A format that can show what its values look like.</summary>
internal interface IExampleFormat
{
    /// <summary>As it would stand in the file.</summary>
    string Example { get; }
}
