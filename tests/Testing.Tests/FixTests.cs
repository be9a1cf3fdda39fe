using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingAnalyzers.Testing.Tests.ThrowAway;

namespace ScalingAnalyzers.Testing.Tests;

public class FixTests
{
    private static readonly Code Types = Code.Empty.With(new LowercaseTypes()).With(new CapitalizeFix());

    [Fact]
    public async Task Fixes_are_offered_in_their_order()
    {
        var offers = await Types.With("class [|low|] { }").Offers();
        Assert.Equal(
            new[] { new Offer("To capitalize", "capitalize"), new Offer("To shorten", "shorten"), new Offer("To break", "break") }, offers);
    }

    [Fact]
    public Task A_fix_is_applied_by_its_key() =>
        Types.With("class [|low|] { }").Fix("capitalize").AndNothingWarns().Becomes("class Low { }");

    [Fact]
    public Task Without_a_key_the_first_is_applied() => Types.With("class [|low|] { }").Fix().Becomes("class Low { }");

    [Fact]
    public Task The_diagnostic_is_chosen_by_its_place() => Types.With("class low { } class last { }")
        .Fix("capitalize", at: 1).Becomes("class low { } class Last { }");

    [Fact]
    public Task A_diagnostic_that_is_not_there_fails() => Failure.Of(
        () => Types.With("class low { }").Fix("capitalize", at: 1).Becomes(""), "no fixable diagnostic 1", "LOWER");

    [Fact]
    public Task Another_text_fails_and_shows_the_first_difference() => Failure.Of(
        () => Types.With("class low { }\nclass High { }").Fix("capitalize").Becomes("class LOW { }\nclass High { }"),
        "line 1", "expected: class LOW { }", "actual:   class Low { }");

    [Fact]
    public Task A_key_that_is_not_offered_fails_and_lists_what_is() => Failure.Of(
        () => Types.With("class low { }").Fix("explode").Becomes(""), "'explode' is not on offer", "'capitalize' (To capitalize)");

    [Fact]
    public async Task What_is_not_offered_can_be_asserted()
    {
        await Types.With("class low { }").Fix("explode").IsNotOffered();
        await Failure.Of(() => Types.With("class low { }").Fix("shorten").IsNotOffered(), "'shorten' is on offer");
    }

    [Fact]
    public Task A_fix_that_breaks_the_code_fails() => Failure.Of(
        () => Types.With("class low { }").Fix("break").Becomes("class class { }"), "does not compile", "CS1001");

    [Fact]
    public async Task A_fix_that_leaves_the_warning_fails_where_silence_is_required()
    {
        await Types.With("class low { }").Fix("shorten").Becomes("class l { }");
        await Failure.Of(() => Types.With("class low { }").Fix("shorten").AndNothingWarns().Becomes("class l { }"), "LOWER warns still");
    }

    [Fact]
    public Task A_fix_that_raises_another_rule_fails_where_silence_is_required() => Failure.Of(
        () => Types.With(new TodoWords()).With("class tODO { }").Fix("capitalize").AndNothingWarns().Becomes("class TODO { }"),
        "TODO1 warns more");

    [Fact]
    public async Task Other_documents_a_fix_changes_must_be_named()
    {
        Code parts = Types.File("A.cs", "partial class low { }").File("B.cs", "partial class low { }").File("C.cs", "class High { }");
        await parts.Fix("capitalize").AndNothingWarns().Becomes(("A.cs", "partial class Low { }"), ("B.cs", "partial class Low { }"));
        await Failure.Of(() => parts.Fix("capitalize").Becomes(("A.cs", "partial class Low { }")), "B.cs");
    }

    [Theory]
    [InlineData(FixAllScope.Document, "class One { }", "class two { }", "public class three { }")]
    [InlineData(FixAllScope.Project, "class One { }", "class Two { }", "public class three { }")]
    [InlineData(FixAllScope.Solution, "class One { }", "class Two { }", "public class Three { }")]
    public Task FixAll_reaches_its_scope_and_no_further(FixAllScope scope, string a, string b, string library) => Types
        .File("A.cs", "class one { }").File("B.cs", "class two { }").ReferencingProject("Lib", ("L.cs", "public class three { }"))
        .FixAll("capitalize", scope)
        .Becomes(("A.cs", a), ("B.cs", b), ("Lib/L.cs", library));

    [Fact]
    public async Task FixAll_uses_the_key_and_without_one_the_first_fix()
    {
        Code two = Types.With("class one { } class two { }");
        await two.FixAll("shorten").Becomes("class o { } class t { }");
        await two.FixAll().AndNothingWarns().Becomes("class One { } class Two { }");
    }

    [Fact]
    public async Task The_code_after_a_fix_can_be_tested_further()
    {
        Code after = await Types.File("A.cs", "class one { } class two { }").Fix().Becomes("class One { } class two { }");
        Assert.Equal("'two' is lower case, at most all letters", (await after.Diagnostics()).Single().GetMessage(null));
        Code mended = await after.Fix().Becomes("class One { } class Two { }");
        await mended.ReportsNothing();
    }

    [Fact]
    public Task After_a_fix_the_generators_run_again() => Failure.Of(
        () => Types.With(new TwinGenerator()).Only("LOWER").With("class low { int length = lowTwin.Length; }")
            .Fix("capitalize").Becomes("class Low { int length = lowTwin.Length; }"),
        "does not compile", "CS0103", "[|lowTwin|]");

    [Fact]
    public async Task A_code_action_sees_options_additional_files_and_what_generators_wrote()
    {
        Code code = Code.Of("class $$Alpha { }").With(new TellingRefactoring()).With(new TwinGenerator())
            .Option("test.limit", "3").Property("Suffix", "Sister").AdditionalFile("notes.txt", "text");
        Assert.Equal("3, Sister, notes.txt, AlphaSister, notes", (await code.OfferedRefactorings()).Single().Title);
    }

    [Theory]
    [InlineData("class [|low|] { }", "class LOW { }", "Shout LOW")]
    [InlineData("class l$$ow { }", "class LOW { }", "Shout LOW")]
    public async Task A_refactoring_is_applied_at_a_span_or_caret(string marked, string expected, string title)
    {
        Code code = Code.Of(marked).With(new ShoutRefactoring());
        Assert.Equal(title, (await code.OfferedRefactorings()).Single().Title);
        await code.Refactor("shout").Becomes(expected);
        await Failure.Of(() => code.Refactor("shout").Becomes("class low { }"), "first difference");
        await code.Refactor("whisper").IsNotOffered();
    }

    [Fact]
    public Task A_refactoring_needs_a_place() => Failure.Of(
        () => Code.Of("class low { }").With(new ShoutRefactoring()).Refactor().Becomes(""), "one place marked");
}
