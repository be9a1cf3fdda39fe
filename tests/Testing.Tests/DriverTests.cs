using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing.Tests.ThrowAway;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ScalingAnalyzers.Testing.Tests;

public class DriverTests
{
    private static readonly Code Twins = Code.Empty.With(new TwinGenerator());

    private static readonly Code TwoFiles = Twins
        .File("A.cs", "class Alpha { }")
        .File("B.cs", "class Beta { }")
        .AdditionalFile("notes.txt", "one")
        .AdditionalFile("more.txt", "two");

    [Fact]
    public async Task Generated_sources_are_found_by_hint_name()
    {
        Driver driver = await Twins.With("class Alpha { }").Generate();
        Assert.Equal("static class AlphaTwin { public const int Length = 5; }\n", driver.Source("Alpha.g.cs"));
        Assert.Equal(new[] { "Alpha.g.cs" }, driver.Sources.Keys);
        await Failure.Of(() => Task.FromResult(driver.Source("Beta.g.cs")), "No Beta.g.cs", "Alpha.g.cs");
    }

    [Fact]
    public async Task The_same_input_again_is_cached()
    {
        Driver again = (await TwoFiles.Generate()).Again();
        Assert.All(again.Steps("Names").Concat(again.Steps("Files")).Concat(again.OutputSteps),
            reason => Assert.True(reason is Cached or Unchanged));
    }

    [Fact]
    public async Task The_first_run_is_new()
    {
        Driver driver = await TwoFiles.Generate();
        Assert.Equal(new[] { New, New }, driver.Steps("Names"));
        Assert.Empty(driver.Steps("Nonsense"));
    }

    [Fact]
    public async Task An_edit_modifies_what_it_reaches_and_nothing_else()
    {
        Driver first = await TwoFiles.Generate();
        Driver comment = first.Edit("A.cs", "// about\nclass Alpha { }");
        Assert.DoesNotContain(Modified, comment.Steps("Names"));
        Assert.DoesNotContain(Modified, comment.OutputSteps);

        Driver renamed = comment.Edit("A.cs", "Alpha", "Gamma");
        Assert.Single(renamed.Steps("Names"), Modified);
        Assert.Contains("Gamma.g.cs", renamed.Sources.Keys);
        Assert.DoesNotContain("Alpha.g.cs", renamed.Sources.Keys);
    }

    [Fact]
    public async Task Files_come_and_go()
    {
        Driver driver = (await TwoFiles.Generate()).Add("C.cs", "class Delta { }").Remove("A.cs");
        Assert.Equal(new[] { "Beta.g.cs", "Delta.g.cs" },
            driver.Sources.Keys.Where(name => name.EndsWith(".g.cs", System.StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_property_reaches_the_generator()
    {
        Driver driver = (await TwoFiles.Generate()).Reconfigure(code => code.Property("Suffix", "Sister"));
        Assert.Equal(new[] { Modified }, driver.Steps("Suffix"));
        Assert.Contains("class AlphaSister", driver.Source("Alpha.g.cs"), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_additional_file_reaches_its_item_alone()
    {
        Driver driver = (await TwoFiles.Generate()).Reconfigure(code => code.AdditionalFile("notes.txt", "three"));
        Assert.Single(driver.Steps("Files"), Modified);
        Assert.Equal(2, driver.Steps("Files").Length);
        Assert.Contains("three", driver.Source("notes.file.cs"), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_does_not_stand_once_cannot_be_edited()
    {
        Driver driver = await TwoFiles.Generate();
        await Failure.Of(() => Task.FromResult(driver.Edit("A.cs", "a", "b")), "does not stand once");
        await Failure.Of(() => Task.FromResult(driver.Edit("Z.cs", "")), "no file Z.cs", "A.cs, B.cs");
    }

    [Fact]
    public async Task Values_pass_and_symbols_behind_arrays_and_records_are_found()
    {
        (await TwoFiles.Generate()).HoldsOnlyValues("Names").HoldsOnlyValues("Files");
        Driver hoarder = await Code.Of("class C { }").With(new HoardingGenerator()).Generate();
        await Failure.Of(() => Task.FromResult(hoarder.HoldsOnlyValues("Models")), "Model.Hoard[0] is ");
        await Failure.Of(() => Task.FromResult(hoarder.HoldsOnlyValues("Nonsense")), "nothing to look at", "Models");
    }

    [Fact]
    public async Task A_crash_fails() => await Failure.Of(
        () => Code.Of("class C { }").With(new CrashingGenerator()).Generate(), "CrashingGenerator crashed", "as asked");

    [Fact]
    public async Task Generated_code_that_does_not_compile_is_shown()
    {
        Driver driver = await Twins.With("class Alpha { }").Property("Suffix", "-").Generate();
        await Failure.Of(() => Task.FromResult(driver.CompilesCleanly()), "does not compile cleanly", "Alpha.g.cs");
        (await TwoFiles.Generate()).CompilesCleanly();
    }
}
