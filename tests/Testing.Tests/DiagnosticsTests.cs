using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Testing.Tests.ThrowAway;

namespace ScalingAnalyzers.Testing.Tests;

public class DiagnosticsTests
{
    private static readonly Code Types = Code.Empty.With(new LowercaseTypes());

    [Fact]
    public Task Marked_spans_that_are_reported_pass() => Types
        .With("""
            class [|low|] { class {|LOWER:inner|} { } }
            class High { }
            """)
        .ReportsAsMarked();

    [Fact]
    public Task A_marked_span_without_a_diagnostic_fails_and_shows_its_line() => Failure.Of(
        () => Types.With("\nclass [|High|] { }").ReportsAsMarked(),
        "Missing", "LOWER Test.cs(2,7): class [|High|] { }", "Nothing was reported");

    [Fact]
    public Task An_unmarked_report_fails_and_shows_its_line_and_message() => Failure.Of(
        () => Types.With("class low { }").ReportsAsMarked(),
        "Not marked", "LOWER Test.cs(1,7): class [|low|] { }", "'low' is lower case");

    [Fact]
    public Task A_mark_of_another_rule_fails() => Failure.Of(
        () => Types.With("class {|UPPER:low|} { }").ReportsAsMarked(), "UPPER", "LOWER");

    [Fact]
    public Task A_mark_one_letter_off_fails() => Failure.Of(() => Types.With("class l[|ow|] { }").ReportsAsMarked(), "l[|ow|]");

    [Fact]
    public Task The_same_report_twice_needs_two_marks() => Failure.Of(
        () => Types.With(new LowercaseTypes()).With("class [|low|] { }").ReportsAsMarked(), "Not marked");

    [Fact]
    public Task Silence_passes() => Types.With("class High { }").ReportsNothing();

    [Fact]
    public Task Requiring_silence_of_marked_code_fails() => Failure.Of(() => Types.With("class [|low|] { }").ReportsNothing(), "marks");

    [Fact]
    public Task Marks_stand_in_several_files_and_projects() => Types
        .File("A.cs", "class [|a|] { }")
        .File("sub/B.cs", "class [|b|] : c { }")
        .ReferencingProject("Lib", ("C.cs", "public class [|c|] { }"))
        .ReportsAsMarked();

    [Fact]
    public Task A_bare_mark_among_several_rules_asks_which() => Failure.Of(
        () => Types.With(new TodoWords()).With("class [|low|] { }").ReportsAsMarked(), "LOWER or TODO1 or NOTE1");

    [Fact]
    public Task A_bare_mark_stands_for_the_configured_rule() => Types.With(new TodoWords())
        .Marking("TODO1").With("class {|LOWER:low|} { } // [|TODO|]").ReportsAsMarked();

    [Fact]
    public Task Rules_that_are_not_requested_are_ignored() => Types.With(new TodoWords()).Only("TODO1")
        .With("class low { } // [|TODO|]").ReportsAsMarked();

    [Fact]
    public Task A_crash_always_fails() => Failure.Of(
        () => Types.Only("TODO1").With("class crash { }").ReportsNothing(), "crashed", "as asked");

    [Fact]
    public Task Code_that_does_not_compile_fails() => Failure.Of(
        () => Types.With("class High : Missing { }").ReportsNothing(), "does not compile", "CS0246", "[|Missing|]");

    [Fact]
    public async Task Compiler_errors_may_be_allowed_all_or_by_id()
    {
        Code broken = Types.With("class High : Missing { }");
        await broken.AllowCompilerErrors().ReportsNothing();
        await broken.AllowCompilerErrors("CS0246").ReportsNothing();
        await Failure.Of(() => broken.AllowCompilerErrors("CS0103").ReportsNothing(), "CS0246");
    }

    [Fact]
    public Task An_option_holds_for_all_files_or_its_section() => Types
        .Option("test.limit", "3").Option("test.limit", "5", section: "Long.cs")
        .File("Short.cs", "class [|low|] { } class lower { }")
        .File("Long.cs", "class [|lowly|] { } class lowest { }")
        .ReportsAsMarked();

    [Fact]
    public async Task Config_files_and_properties_take_precedence_as_in_the_compiler()
    {
        Code two = Types.Property("TestLimit", "2").With("class [|lo|] { } class low { }");
        await two.ReportsAsMarked();
        await Types.Property("TestLimit", "2").Config("sub/.editorconfig", "[*.cs]\ntest.limit = 3")
            .File("sub/A.cs", "class [|low|] { }").File("B.cs", "class foo { }").ReportsAsMarked();
        await Types.Config(".globalconfig", "is_global = true\ntest.limit = 1").With("class [|a|] { } class ab { }").ReportsAsMarked();
    }

    [Fact]
    public Task Options_set_before_a_project_is_added_hold_there_too() => Types
        .Option("test.limit", "3").ReferencingProject("Lib", ("L.cs", "public class [|low|] { } public class lower { }"))
        .With("class lower2 : lower { }").ReportsAsMarked();

    [Fact]
    public async Task Severity_and_pragmas_silence_as_in_the_compiler()
    {
        await Types.Severity("LOWER", "none").With("class low { }").ReportsNothing();
        await Types.With("#pragma warning disable LOWER\nclass low { }").ReportsNothing();
    }

    [Fact]
    public async Task Additional_files_can_be_marked_and_carry_metadata()
    {
        Code code = Code.Empty.With(new TodoWords()).With("class C { }")
            .AdditionalFile("configs/a.json", "{ \"x\": {|NOTE1:TODO|} }", ("Owner", "Ada"))
            .AdditionalFile("b.json", "{|NOTE1:TODO|}");
        var reported = await code.ReportsAsMarked();
        Assert.Equal(new[] { "Ada", "nobody" }, reported.Select(one => one.GetMessage(null)));
        await Failure.Of(() => code.AdditionalFile("b.json", "TODO").ReportsAsMarked(), "NOTE1 b.json");
    }

    [Fact]
    public async Task The_language_version_is_the_projects()
    {
        Code records = Types.With("""
            record R(int X);
            namespace System.Runtime.CompilerServices { class IsExternalInit { } }
            """);
        await records.ReportsNothing();
        await Failure.Of(() => records.In(LanguageVersion.CSharp7_3).ReportsNothing(), "CS");
    }

    [Fact]
    public Task The_newest_framework_and_our_runtime_are_referenced() => Types
        .With("""
            class C
            {
                System.Half half;
                string law = ScalingAnalyzers.KnownLaws.Besiroglu2024;
                System.Int128 big;
            }
            """)
        .ReportsNothing();

    [Fact]
    public Task Our_runtime_can_be_left_out() => Failure.Of(
        () => Types.WithoutRuntime().With("""
            class C
            {
                string law = ScalingAnalyzers.KnownLaws.Besiroglu2024;
            }
            """).ReportsNothing(), "CS0103");

    [Fact]
    public Task Internals_are_seen_only_where_they_are_shown()
    {
        const string Friend = """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Test")]
            internal class Hidden { }
            """;
        return Types.ReferencingAssembly("Friend", Friend)
            .ReferencingProject("Lib", ("L.cs", Friend.Replace("Hidden", "Known", StringComparison.Ordinal)))
            .With("class C { Hidden hidden; Known known; }").ReportsNothing();
    }

    [Fact]
    public async Task Analyzers_see_what_generators_wrote()
    {
        var reported = await Types.With(new TwinGenerator()).With("class low { int length = lowTwin.Length; }").Diagnostics();
        Assert.Equal(new[] { "'low' is lower case, at most all letters", "'lowTwin' is lower case, at most all letters" },
            reported.Select(one => one.GetMessage(null)));
    }
}
