"""What the pages are made into: frames of the site, the open data, feeds, sitemap, preview."""
