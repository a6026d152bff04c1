using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CompModel.Tests;

/// <summary>The tool's page, read back.</summary>
internal static partial class Html
{
    /// <summary>The page that a command writes.</summary>
    internal static string Of(params string[] command)
    {
        string folder = Directory.CreateTempSubdirectory("compmodel-cli-").FullName;
        try
        {
            string page = Path.Combine(folder, "report.html");
            Assert.Equal(0, Ran.Tool([.. command, "--json", "--out", page]).Code);
            return File.ReadAllText(page);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The page as XML, which it is but for the document type and the metas that are never closed: every tag is closed, every text escaped.</summary>
    internal static XElement Parse(string page)
    {
        Assert.StartsWith("<!DOCTYPE html>\n", page, StringComparison.Ordinal);
        return XElement.Parse(Meta().Replace(page[16..], "<meta$1/>"), LoadOptions.PreserveWhitespace);
    }

    /// <summary>The texts of cells, headings and paragraphs, outside drawings.</summary>
    internal static IReadOnlyList<string> Texts(XElement page) => [.. page.Descendants().Where(element => !element.HasElements).Select(element => element.Value)];

    /// <summary>Nothing in it runs, and nothing is fetched.</summary>
    internal static void AssertHarmless(string page)
    {
        XElement root = Parse(page);
        string[] allowed =
        [
            "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "div", "span", "b", "figure", "figcaption", "table", "thead", "tbody", "tr", "th", "td", "footer",
            "svg", "g", "path", "rect", "text", "clipPath", "defs", "line", "polyline", "polygon", "circle", "ellipse", "tspan",
        ];
        Assert.Empty(root.Descendants().Select(element => element.Name.LocalName).Distinct().Except(allowed));
        foreach (XAttribute attribute in root.Descendants().Attributes())
        {
            Assert.DoesNotContain(attribute.Name.LocalName, (string[])["src", "href", "action", "data", "srcset", "poster", "background"]);
            Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.ToString());
            if (!attribute.IsNamespaceDeclaration)
            {
                Assert.DoesNotContain("://", attribute.Value, StringComparison.Ordinal);
                Assert.DoesNotContain("javascript:", attribute.Value, StringComparison.OrdinalIgnoreCase);
            }
        }
        string style = root.Descendants("style").Single().Value;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        // Two drawings on a page, and no part of one named as a part of the other.
        string[] ids = [.. root.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(), ids);
    }

    [GeneratedRegex("<meta([^>]*)>")]
    private static partial Regex Meta();
}
