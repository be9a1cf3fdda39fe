using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing.Tests.ThrowAway;

namespace ScalingAnalyzers.Testing.Tests;

public sealed class SnapshotTests : IDisposable
{
    private static readonly Code Alpha = Code.Of("class Alpha { }").With(new TwinGenerator());

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snapshots");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Generated_code_is_verified_beside_the_test() => await Verifier.Verify(await Alpha.Generate());

    [Theory]
    [InlineData("Alpha", 1)]
    [InlineData("Be:ta", 2)]
    public Task Parameters_stand_in_the_name(string name, int number) => Verifier.Verify($"{name} {number}\n");

    [Fact]
    public async Task A_new_snapshot_is_received_and_fails()
    {
        await Failure.Of(() => Compare(("Alpha", "text")), "Test#Alpha.received.cs", "Test#Alpha.verified.cs: new");
        Assert.Equal("text", File.ReadAllText(PathOf("Test#Alpha.received.cs")));
    }

    [Fact]
    public async Task An_equal_one_passes_and_clears_what_was_received()
    {
        // with a byte order mark, as Verify writes
        File.WriteAllText(PathOf("Test#Alpha.verified.cs"), "text\r\nmore", System.Text.Encoding.UTF8);
        File.WriteAllText(PathOf("Test#Alpha.received.cs"), "old");
        await Compare(("Alpha", "text\nmore"));
        Assert.False(File.Exists(PathOf("Test#Alpha.received.cs")));
    }

    [Fact]
    public async Task Another_text_is_received_and_fails_with_the_first_difference()
    {
        File.WriteAllText(PathOf("Test#Alpha.verified.cs"), "text\nmore\nsame");
        await Failure.Of(() => Compare(("Alpha", "text\nother\nsame")), "first difference in line 2", "expected: more", "actual:   other");
        Assert.Equal("text\nmore\nsame", File.ReadAllText(PathOf("Test#Alpha.verified.cs")));
    }

    [Fact]
    public async Task A_verified_file_that_nothing_is_received_for_fails()
    {
        File.WriteAllText(PathOf("Test#Alpha.verified.cs"), "text");
        File.WriteAllText(PathOf("Test#Beta.verified.cs"), "text");
        File.WriteAllText(PathOf("TestOther#Gamma.verified.cs"), "of another test");
        await Failure.Of(() => Compare(("Alpha", "text")), "Test#Beta.verified.cs is verified, but nothing");
    }

    [Fact]
    public void A_mapped_path_is_found_again()
    {
        string here = SourceFile.Find("/_/tests/Testing.Tests/SnapshotTests.cs");
        Assert.True(File.Exists(here));
        Assert.Equal("tests/Testing.Tests/SnapshotTests.cs", SourceFile.InRepository(here));
        Assert.Equal(here, SourceFile.Find("/elsewhere/deeper/SnapshotTests.cs"));
        Assert.Throws<FileNotFoundException>(() => SourceFile.Find("/_/tests/Nowhere.cs"));
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private Task Compare(params (string Hint, string Text)[] received)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string hint, string text) in received) texts.Add(hint, text);
        return new Snapshots(_folder.FullName, "Test").Compare(texts);
    }
}
