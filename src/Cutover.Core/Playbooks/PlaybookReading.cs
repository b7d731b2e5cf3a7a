namespace Cutover.Core.Playbooks;

/// <summary>What came of reading a file: <see cref="PlaybookAccepted"/> or <see cref="PlaybookRefused"/>, and nothing else.</summary>
public abstract record PlaybookReading
{
    private protected PlaybookReading()
    {
    }
}
