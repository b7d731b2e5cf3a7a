namespace Cutover.EndToEnd.Tests.Pages;

/// <summary>The tests of pages run one after the other on one stage.</summary>
[CollectionDefinition(Stage.Name)]
public sealed class StageCollection : ICollectionFixture<Stage>;
