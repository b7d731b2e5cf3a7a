namespace Cutover.Core.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Runs() => Assert.Equal(2, 1 + 1);
}
