using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Tests;

public class SyntaxDepthTests
{
    // What is shorter than a quarter of the limit is not walked through: no text may nest faster than that, also one
    // that is being written. (More of some openers take the parser exponential time.)
    [Theory]
    [InlineData("class C { object F = ", "(")]
    [InlineData("class C { object F = ", "a[")]
    [InlineData("class C { object F = ", "f(")]
    [InlineData("class C { object F = ", "a?[")]
    [InlineData("class C { object F = ", "[")]
    [InlineData("class C { object F = ", "-")]
    [InlineData("class C { object F = ", "!")]
    [InlineData("class C { object F = ", "()=>")]
    [InlineData("class C { object F = ", "x=>{")]
    [InlineData("class C { object F = ", "(a,")]
    [InlineData("class C { object F = ", "new(")]
    [InlineData("class C { object F = ", "new(){")]
    [InlineData("class C { object F = ", "new[]{")]
    [InlineData("class C { object F = ", "{")]
    [InlineData("class C { object F = ", "$\"{")]
    [InlineData("class C { object F = ", "a is{P:")]
    [InlineData("class C { object F = a is ", "{P:")]
    [InlineData("class C { object F = a is ", "[")]
    [InlineData("class C { object F = a is ", "(")]
    [InlineData("class C { object F = a ", "switch{a=>b ")]
    [InlineData("class C { object F = ", "a?b:")]
    [InlineData("class C { object F = ", "a=")]
    [InlineData("class C { object F = ", "a??")]
    [InlineData("class C { object F = a", "+a")]
    [InlineData("class C { object F = a", "!")]
    [InlineData("class C { object F = a", ".a")]
    [InlineData("class C { object F = a", "[]")]
    [InlineData("class C { object F = a", "()")]
    [InlineData("class C { ", "A<")]
    [InlineData("class C { ", "(A ")]
    [InlineData("class C { A", "[]")]
    [InlineData("class C { A", "?")]
    [InlineData("class C { ", "class A{")]
    [InlineData("", "namespace A{")]
    [InlineData("", "{")]
    [InlineData("", "if(a)")]
    [InlineData("", "a:")]
    [InlineData("", "try{")]
    [InlineData("", "do ")]
    [InlineData("", "void f(){")]
    [InlineData("", "a()=>")]
    [InlineData("", "[A(")]
    public void A_character_opens_fewer_nodes_than_the_walk_counts_on(string before, string opener)
    {
        string text = before + string.Concat(Enumerable.Repeat(opener, 9));
        var root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest)).GetRoot();
        Assert.All(root.DescendantNodesAndSelf().Where(node => node.FullSpan.Length > 4), node =>
            Assert.InRange(Depth(node), 0, SyntaxDepth.MostNodesPerCharacter * node.FullSpan.Length));
    }

    // What the compiler takes as long, or as much memory, to bind a second time is not bound.
    [Theory]
    [InlineData("List<long> F = new() { ", "1,", 15_000, "}", true)]
    [InlineData("List<long> F = new() { ", "1,", 15_001, "}", false)]
    [InlineData("object F = G(new List<long> { ", "1,", 15_001, "})", false)]
    [InlineData("long[] F = { ", "1,", 40_000, "}", true)]
    [InlineData("long F = a switch { ", "1 => 2,", 1_000, "}", true)]
    [InlineData("long F = a switch { ", "1 => 2,", 1_001, "}", false)]
    public void A_source_is_read_up_to_its_parts(string before, string part, int times, string after, bool isRead)
    {
        string text = "class C { " + before + string.Concat(Enumerable.Repeat(part, times)) + after + "; }";
        Assert.Equal(isRead, SyntaxDepth.IsReadable(CSharpSyntaxTree.ParseText(text).GetRoot()));
    }

    private static int Depth(SyntaxNode node) => node.ChildNodes().Select(child => 1 + Depth(child)).DefaultIfEmpty(0).Max();
}
