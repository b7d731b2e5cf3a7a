namespace Cutover.Lab.Tests.CloudWatch;

internal sealed record Refusal(int Status, string Type, string Code, string Message);
