namespace Cutover.Web.Playbooks;

/// <summary>A playbook in the host's folder.</summary>
/// <param name="Name">The file's name, for example "lab.yaml".</param>
/// <param name="Text">Its text, valid or not.</param>
public sealed record PlaybookFile(string Name, string Text);
